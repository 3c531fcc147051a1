using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>The comments on types of the dashboard, as text.</summary>
internal sealed class DocComments
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(typeof(DashboardOptions).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>Gets the summary of a type; null where there is none.</summary>
    public string? Of(string type) => Text(_members.GetValueOrDefault($"T:{type}")?.Element("summary"));

    /// <summary>Gets what a record says of one of its parameters, whichever case its first letter has; null where it says nothing.</summary>
    public string? Of(string type, string parameter) => Text(_members.GetValueOrDefault($"T:{type}")?.Elements("param")
        .FirstOrDefault(element => string.Equals(element.Attribute("name")!.Value, parameter, StringComparison.OrdinalIgnoreCase)));

    private static string? Text(XElement? element) => element is null ? null : Regex.Replace(
        string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
            XElement other => other.Value,
            _ => node.ToString(),
        })),
        @"\s+",
        " ").Trim();
}
