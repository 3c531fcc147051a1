using System.Xml;
using System.Xml.Linq;
using Hypermax.Errors;
using Hypermax.Settings;

namespace Hypermax.Build.Preparing;

/// <summary>Finds properties that look like settings and are none, which MSBuild itself would never mention.</summary>
internal static class UnknownProperties
{
    // What the package and its targets tell each other.
    private static readonly string[] Plumbing =
    [
        "HypertuneDependsOn", "HypertuneIsAvailable", "HypertuneScope", "HypertuneTaskAssembly", "HypertuneToolAssembly", "HypertuneWorkerAssembly",
    ];

    /// <summary>Finds those of the command line, and those that stand in files.</summary>
    /// <param name="given">The names of the properties that came from outside.</param>
    /// <param name="files">The files to look into; those that do not exist or cannot be read are left out.</param>
    public static IEnumerable<UnknownProperty> Find(IEnumerable<string> given, IEnumerable<string> files) =>
        given.Where(IsUnknown).Select(name => new UnknownProperty(name, Nearest(name), File: null, Line: 0, Column: 0))
            .Concat(files.Where(File.Exists).SelectMany(InFile));

    private static bool IsUnknown(string name) =>
        name.StartsWith(Setting.Prefix, StringComparison.OrdinalIgnoreCase)
        && SettingSource.Property.Find(name) is null
        && !Plumbing.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string? Nearest(string name) => NearestName.Of(name, SettingSource.Property.Known.Select(setting => setting.Property));

    private static IEnumerable<UnknownProperty> InFile(string path)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(path, LoadOptions.SetLineInfo);
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }

        return document.Descendants()
            .Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && IsUnknown(element.Name.LocalName))
            .Select(
                element => new UnknownProperty(
                    element.Name.LocalName, Nearest(element.Name.LocalName), path, ((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition));
    }
}
