using System.Globalization;
using System.Text;
using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Config.Text;
using Hypermax.Spaces.CSharp;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Templates;

/// <summary>Writes a template as the files that people begin with.</summary>
/// <param name="template">The template.</param>
/// <param name="size">The size of the data that ranges depend on.</param>
internal sealed class TemplateFiles(Template template, DataSize size)
{
    /// <summary>Gets the languages; the first two are the endings of their files.</summary>
    public static readonly string[] Languages = ["json", "yaml", "csharp"];

    /// <summary>Gets the program that evaluates points of a template in Python, or null.</summary>
    public string? Python => template.Fact("program") is { } program && program.EndsWith(".py", StringComparison.Ordinal) ? Filled(program, PythonHole) : null;

    private string? CSharpProgram => template.Fact("program") is { } program && program.EndsWith(".cs", StringComparison.Ordinal) ? program : null;

    private bool IsRegression => template.Fact("task") == "regression";

    /// <summary>Gets the space with rules and references resolved.</summary>
    public Node Space
    {
        get
        {
            SourcePosition here = new(template.Name, 1, 1);
            Node reference = Node.Object(here, [new Member("$ref", here, Node.OfText(here, new TemplateAddress(template.Name, size).ToString()))]);
            FaultList faults = new();
            Node root = new References(faults).Resolve(Node.Object(here, [new Member("hyperparameters", here, reference)]), template.Name);
            return faults.HasErrors ? throw new InvalidOperationException(faults.All[0].ToString()) : root.Find("hyperparameters")!.Value;
        }
    }

    /// <summary>Writes a configuration.</summary>
    /// <param name="language"><c>json</c> or <c>yaml</c>.</param>
    public string Configuration(string language)
    {
        bool isYaml = language == "yaml";
        string comment = isYaml ? "#" : "//";
        return Filled(Template.Resource($"templates/Frames/search.{language}"), hole => hole switch
        {
            "title" => template.Fact("title")!,
            "about" => string.Concat(About(isCode: false).Select(line => $"{comment} {line}\n")),
            "space" => isYaml ? NodeLayout.Yaml(Space, "  ") : NodeLayout.Json(Space, "  "),
            "function" => Function(isYaml),
            "evaluates" => string.Join(isYaml ? "\n" : "\n  ", Evaluates(isYaml).Select(line => $"{comment} {line}")),
            _ => IsRegression ? "1000000.0" : "1.0",
        });
    }

    /// <summary>Writes the space as a record, and an objective where the template has one in C#.</summary>
    /// <param name="typeName">The name of the record.</param>
    public string Code(string typeName)
    {
        string record = CSharpSpaceWriter.Write(SearchJsonReader.ReadTree(NodeJson.Write(Space)), typeName);
        StringBuilder text = new();
        foreach (string line in (string[])[$"{template.Fact("title")}.", .. About(isCode: true)])
        {
            text.Append(CultureInfo.InvariantCulture, $"// {line}\n");
        }

        if (CSharpProgram is null)
        {
            return text.Append(record).ToString();
        }

        string usings = string.Concat(
            ((string[])["Hypermax", "Microsoft.ML", "Microsoft.ML.Data", template.Fact("using")!]).Order(StringComparer.Ordinal)
                .Select(name => $"using {name};\n"));
        string trainer = template.Fact("trainer")!.Replace("\n", "\n        ", StringComparison.Ordinal);
        return text.Append(record.Replace("using Hypermax;\n", usings, StringComparison.Ordinal)).Append('\n')
            .Append(Filled(CSharpProgram, hole => hole == "type" ? CSharpNames.Identifier(typeName) : trainer)).ToString();
    }

    private IEnumerable<string> About(bool isCode)
    {
        if (template.Fact("program") is null)
        {
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Ranges are those for {size.Rows} rows and {size.Features} columns; "
                + $"'hypermax init --template {template.Name} --rows N --features N' writes others.");
        if (isCode && CSharpProgram is null)
        {
            yield return "The names are those of the program in Python, so that results of one can be read by the other.";
        }
        else
        {
            yield return $"Needs: {template.Fact("needs")}.{(isCode ? " 'dotnet build -t:Hypertune' searches." : string.Empty)}";
        }
    }

    private string[] Evaluates(bool isYaml) => CSharpProgram is null
        ?
        [
            "What evaluates a point: train(parameters) in model.py returns the loss, or {\"loss\": …, \"accuracy\": …}.",
            isYaml
                ? "A program instead: type: executable, command: ./train --rate {learning_rate}, which prints the loss."
                : "A program instead: \"type\": \"executable\", \"command\": \"./train --rate {learning_rate}\", which prints the loss.",
        ]
        :
        [
            "What evaluates a point: a program of yours, which reads the values as JSON from standard input and prints the loss.",
            $"'hypermax init --template {template.Name} --lang csharp' writes an objective instead, which 'dotnet build -t:Hypertune' searches by itself.",
        ];

    private string Function(bool isYaml) => (CSharpProgram is null, isYaml) switch
    {
        (true, false) => "\"type\": \"python_function\",\n    \"module\": \"model\",\n    \"name\": \"train\"",
        (true, true) => "type: python_function\n  module: model\n  name: train",
        (false, false) => "\"type\": \"executable\",\n    \"command\": [\"dotnet\", \"run\", \"--no-build\"]",
        _ => "type: executable\n  command: [dotnet, run, --no-build]",
    };

    private string PythonHole(string hole)
    {
        string estimator = template.Fact("estimator")!;
        int dot = estimator.LastIndexOf('.');
        string pipeline = $"make_pipeline(StandardScaler(), {estimator[(dot + 1)..]}(**FIXED, **flat(parameters)))";
        return hole switch
        {
            "module" => estimator[..dot],
            "class" => estimator[(dot + 1)..],
            "fixed" => template.Fact("fixed")!,
            "loader" => IsRegression ? "load_diabetes" : "load_breast_cancer",
            "imports" => IsRegression ? "from sklearn.compose import TransformedTargetRegressor\n" : string.Empty,
            "model" => IsRegression ? $"TransformedTargetRegressor({pipeline}, transformer=StandardScaler())" : pipeline,
            "scoring" => IsRegression ? "neg_root_mean_squared_error" : "balanced_accuracy",
            _ => IsRegression ? "-score" : "1 - score",
        };
    }

    // Programs are named by their file, frames are given whole.
    private static string Filled(string text, Func<string, string> fill)
    {
        string[] parts = (text.Contains('\n', StringComparison.Ordinal) ? text : Template.Resource($"templates/Programs/{text}")).Split("{{");
        StringBuilder filled = new(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf("}}", StringComparison.Ordinal);
            filled.Append(fill(part[..end])).Append(part[(end + 2)..]);
        }

        return filled.ToString();
    }
}
