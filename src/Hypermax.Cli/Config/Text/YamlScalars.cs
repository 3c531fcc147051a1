using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hypermax.Config.Text;

/// <summary>Tells what a scalar of YAML is, by the rules of YAML 1.2: what JSON knows, so that <c>no</c> and <c>on</c> are texts.</summary>
internal static partial class YamlScalars
{
    public static Node Read(Scalar scalar, SourcePosition place)
    {
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith("str", StringComparison.Ordinal)))
        {
            return Node.OfText(place, scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => Node.Scalar(NodeKind.Null, place, "null"),
            "true" or "True" or "TRUE" => Node.Scalar(NodeKind.Flag, place, "true"),
            "false" or "False" or "FALSE" => Node.Scalar(NodeKind.Flag, place, "false"),
            _ when Number().IsMatch(scalar.Value) => Node.Scalar(NodeKind.Number, place, AsJson(scalar.Value)),
            _ => Node.OfText(place, scalar.Value),
        };
    }

    // JSON writes no plus, and has digits on both sides of a point.
    private static string AsJson(string text)
    {
        string plain = text.TrimStart('+');
        return Json().IsMatch(plain) ? plain : double.Parse(plain, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Json();
}
