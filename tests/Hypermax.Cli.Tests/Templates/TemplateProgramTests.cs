using System.Diagnostics;
using System.Text.Json;
using Hypermax.Numerics;
using Hypermax.SearchFile;
using Hypermax.Spaces;
using Hypermax.Templates;
using Hypermax.Tests.Config;
using Hypermax.Tests.SearchFile;

namespace Hypermax.Tests.Templates;

/// <summary>The programs of templates run on real data with points of their spaces.</summary>
public sealed class TemplateProgramTests
{
    // One interpreter for all: importing scikit-learn takes longer than training.
    private const string Driver = """
        import importlib, json, sys, warnings
        warnings.filterwarnings("ignore")
        for line in open("points.jsonl"):
            case = json.loads(line)
            outcome = importlib.import_module(case["module"]).train(case["point"])
            print(json.dumps({"name": case["name"], "loss": float(outcome["loss"])}), flush=True)
        """;

    [ScikitLearnFact]
    public void Programs_OnRealData_LearnWhatTheirDefaultsLearn()
    {
        using TemporaryConfig folder = new("{}");
        folder.Add("driver.py", Driver);
        folder.Add("hypermax_trial.py", "def report(value, step): pass\n");
        List<string> cases = [];
        string[] names = [.. Template.Names.Where(name => name == "mlp" || name.StartsWith("sklearn:", StringComparison.Ordinal))];
        foreach (string name in names)
        {
            TemplateFiles files = new(Template.Read(name), new DataSize(569, 30));
            string module = name.Replace(':', '_');
            folder.Add($"{module}.py", files.Python!);
            SearchSpace space = ConfigCheck.Read(folder.Add("search.json", files.Configuration("json")), []).Config!.Space!;
            SpaceGeometry geometry = new(space);
            double[] drawn = geometry.Sample(new SeedStream(1, 0, "test"));
            foreach (double[] point in (double[][])[DefaultPoint.Of(space)!, drawn])
            {
                cases.Add($$"""{"name":"{{name}}","module":"{{module}}","point":{{NestedPointJson.Write(space, point)}}}""");
            }
        }

        folder.Add("points.jsonl", string.Join('\n', cases));
        string[] lines = Run(folder.Folder);

        Assert.Equal(cases.Count, lines.Length);
        Assert.Equal(14, names.Length - 1);
        foreach ((string name, double loss) in lines.Select(Read).Where((_, i) => i % 2 == 0))
        {
            bool isRegression = Template.Read(name).Fact("task") == "regression";
            Assert.True(isRegression ? loss < 77 : loss < 0.2, $"{name}: {loss}");
        }
    }

    private static (string Name, double Loss) Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return (document.RootElement.GetProperty("name").GetString()!, document.RootElement.GetProperty("loss").GetDouble());
    }

    private static string[] Run(string folder)
    {
        // Threads that wait for each other on a busy machine take minutes for what takes one of them seconds.
        using Process process = Process.Start(new ProcessStartInfo(ScikitLearnFactAttribute.Interpreter, ["driver.py"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
