using System.Runtime.CompilerServices;
using System.Text;
using Hypermax.Config.Text;
using Hypermax.Templates;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Templates;

/// <summary>docs/guide/templates.md lists every template with the reason of each range.</summary>
public sealed class TemplatePageTests
{
    private const string Begin = "<!-- templates: written by TemplatePageTests from src/Hypermax.Cli/Templates/Sources -->\n";
    private const string End = "<!-- /templates -->";

    [Fact]
    public void Page_ListsEveryTemplate()
    {
        string page = At("docs/guide/templates.md");
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        Golden.VerifyFile(text[..begin] + Tables() + text[text.IndexOf(End, StringComparison.Ordinal)..], page);
    }

    private static string Tables()
    {
        StringBuilder text = new();
        foreach (Template template in Template.Names.Where(name => name != "plain").Select(Template.Read))
        {
            text.Append("### `").Append(template.Name).Append("`\n\n").Append(template.Fact("title")).Append(". Needs: `").Append(template.Fact("needs"))
                .Append("`.\n\n| parameter | values | reason |\n| --- | --- | --- |\n");
            Rows(
                text,
                string.Empty,
                new TemplateFiles(template, DataSize.Usual).Space,
                new TemplateFiles(template, new DataSize(100, 2)).Space,
                new TemplateFiles(template, new DataSize(1_000_000, 500)).Space);
            text.Append('\n');
        }

        return text.ToString();
    }

    // The same node for usual, small and large data.
    private static void Rows(StringBuilder text, string path, Node usual, Node small, Node large)
    {
        foreach (Member part in usual.Find("properties")?.Value.Members ?? [])
        {
            string name = path + part.Name;
            (Node few, Node many) = (small.Find("properties")!.Value.Find(part.Name)!.Value, large.Find("properties")!.Value.Find(part.Name)!.Value);
            text.Append("| `").Append(name).Append("` | ").Append(Values(part.Value, few, many)).Append(" | ")
                .Append(part.Value.Find("description")?.Value.Text).Append(" |\n");
            IReadOnlyList<Node> branches = part.Value.Find("oneOf")?.Value.Items ?? [];
            for (int i = 0; i < branches.Count; i++)
            {
                string branch = $"{name}.{branches[i].Find("title")!.Value.Text}.";
                Rows(text, branch, branches[i], few.Find("oneOf")!.Value.Items[i], many.Find("oneOf")!.Value.Items[i]);
            }
        }
    }

    private static string Values(Node node, Node few, Node many)
    {
        if (node.Find("constant") is { } constant)
        {
            return $"always {constant.Value.Text}";
        }

        if (node.Find("enum") is { } choices)
        {
            return string.Join(", ", choices.Value.Items.Select(item => item.Text));
        }

        if (node.Find("oneOf") is { } branches)
        {
            return string.Join(", ", branches.Value.Items.Select(branch => branch.Find("title")!.Value.Text));
        }

        if (node.Find("items") is { } items)
        {
            return $"{node.Find("minItems")!.Value.Text} to {node.Find("maxItems")!.Value.Text}, each "
                + Values(items.Value, few.Find("items")!.Value, many.Find("items")!.Value);
        }

        string scale = node.Find("scaling") is null ? string.Empty : ", logarithmic";
        string start = node.Find("default") is null ? string.Empty : $"; {Bound("default")} first";
        return $"{Bound("min")} to {Bound("max")}{scale}{start}";

        string Bound(string key)
        {
            string[] bounds = [few.Find(key)!.Value.Text, node.Find(key)!.Value.Text, many.Find(key)!.Value.Text];
            return bounds.Distinct(StringComparer.Ordinal).Count() == 1 ? bounds[0] : $"*{string.Join(" · ", bounds)}*";
        }
    }

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
