using Hypermax.Config.Faults;
using Hypermax.SearchFile;

namespace Hypermax.Tests.Config;

/// <summary>Every mistake is told with its place, its path, what stands there, what was expected, and the nearest right name; all of them at once.</summary>
public sealed class ConfigFaultTests
{
    private const string Space = """
          "hyperparameters": {"type": "object", "properties": {"rate": {"type": "number"}}}
        """;

    [Theory]
    [InlineData("""{"method": "abh", "min_budget": 0}""", "search.min_budget", false, "'search.min_budget' is 0; it must be a whole number, 1 or above.")]
    [InlineData("""{"method": "abh", "max_budget": 2.5}""", "search.max_budget", false, "'search.max_budget' is 2.5; it must be a whole number, 1 or above.")]
    [InlineData("""{"method": "abh", "max_budget": "9"}""", "search.max_budget", false, "'search.max_budget' is \"9\"; it must be a number.")]
    [InlineData("""{"method": "abh", "eta": 1}""", "search.eta", false, "'search.eta' is 1; it must be above 1.")]
    [InlineData("""{"method": "abh", "min_budget": 9, "max_budget": 9}""", "search.max_budget", false,
        "'search.max_budget' is 9; the smallest budget is then 9 and the whole one 9, which must be above it.")]
    [InlineData("""{"method": "abh", "min_budget": 200}""", "search.min_budget", false, "the smallest budget is then 200 and the whole one 100")]
    [InlineData("""{"method": "abh", "max_budget": 9, "fidelity": {"max": 9}}""", "search.max_budget", false, "'search.max_budget' and 'fidelity' both say")]
    [InlineData("""{"method": "tpe", "eta": 3}""", "search.eta", true, "'search.eta' is for a schedule of budgets, such as the method abh, and is ignored.")]
    public void Check_BudgetsOfHypermaxThatMakeNoSense_SaysWhy(string search, string path, bool isWarning, string expected)
    {
        using TemporaryConfig file = new("{" + Space + """, "function": {"type": "command", "command": "true"}, "search": """ + search + "}");

        Fault fault = Assert.Single(ConfigCheck.Read(file.Path, []).Faults.All);

        Assert.Equal((path, isWarning), (fault.Path, fault.IsWarning));
        Assert.Contains(expected, fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ManyMistakes_TellsAllWithTheirPlaces()
    {
        using TemporaryConfig file = new("""
            {
              // comments and a last comma are allowed
              "hyperparameters": {
                "type": "object",
                "properties": {
                  "a": { "type": "number", "min": 5, "max": 1 },
                  "b": { "type": "numbr" },
                  "c": { "oneOf": [ { "type": "object", "properties": { "ä": { "type": "number", "scaling": "linaer" } } }, { "enum": [] } ] },
                  "d": { "type": "number", "mim": 5 },
                },
              },
              "functoin": 3,
              "function": { "type": "python", "parallel": "2" },
              "search": { "method": "tpo", "iterations": 0 },
            }
            """);

        Fault[] faults = [.. ConfigCheck.Read(file.Path, []).Faults.All];

        Assert.Equal(
            [
                (6, 39, false, "hyperparameters.properties.a.min", "Swap them"),
                (7, 22, false, "hyperparameters.properties.b.type", "Did you mean 'number'?"),
                (8, 97, false, "hyperparameters.properties.c.oneOf[0].properties.ä.scaling", "Did you mean 'linear'?"),
                (8, 123, false, "hyperparameters.properties.c.oneOf[1].enum", "List the values"),
                (9, 32, true, "hyperparameters.properties.d.mim", "Did you mean 'min'?"),
                (12, 3, true, "functoin", "Did you mean 'function'?"),
                (13, 25, false, "function.type", "python_function"),
                (13, 47, false, "function.parallel", "Take it out of the quotes"),
                (14, 25, false, "search.method", "Did you mean 'tpe'?"),
                (14, 46, false, "search.iterations", "a whole number, 1 or above"),
            ],
            faults.Select((fault, i) => (fault.Place.Line, fault.Place.Column, fault.IsWarning, fault.Path, Part(fault.Text, i))));
        Assert.Equal($"{file.Path}(12,3): warning: 'functoin' is no key of a search and is ignored. Did you mean 'function'?", faults[5].ToString());
        Assert.Equal("\"numbr\"", faults[1].Value);

        static string Part(string text, int i)
        {
            string part = ((string[])
            [
                "Swap them", "Did you mean 'number'?", "Did you mean 'linear'?", "List the values", "Did you mean 'min'?", "Did you mean "
                    + "'function'?", "python_function",
                "Take it out of the quotes", "Did you mean 'tpe'?", "a whole number, 1 or above",
            ])[i];
            return text.Contains(part, StringComparison.Ordinal) ? part : text;
        }
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2\n}", "search.json", 3, 7, "no valid JSON")]
    [InlineData("{\n  \"a\": [1, 2\n}", "search.json", 3, 1, "no valid JSON")]
    [InlineData("", "search.json", 1, 1, "empty")]
    [InlineData("[1]", "search.json", 1, 1, "a search is an object")]
    [InlineData("3", "search.json", 1, 1, "a search is an object")]
    [InlineData("{\"a\": \"\\ud800\"}", "search.json", 1, 1, "no valid JSON")]
    [InlineData("a: 1\nb: [1, 2\nc: 3\n", "search.yaml", 2, 6, "no valid YAML")]
    [InlineData("a: *nobody\n", "search.yaml", 1, 4, "names no anchor")]
    [InlineData("a: 1\n---\nb: 2\n", "search.yaml", 2, 1, "second document")]
    [InlineData("a:\n\t- 1\n", "search.yaml", 2, 1, "a tab stands in the indentation")]
    [InlineData("a:\n  b: 1\n  \tc: 2\n", "search.yaml", 3, 3, "a tab stands in the indentation")]
    [InlineData("? [1]\n: 2\n", "search.yaml", 1, 3, "keys of a configuration are texts")]
    public void Check_BrokenText_IsToldWithItsPlace(string text, string name, int line, int column, string rule)
    {
        using TemporaryConfig file = new(text, name);

        Fault fault = Assert.Single(ConfigCheck.Read(file.Path, []).Faults.All);

        Assert.Equal((line, column), (fault.Place.Line, fault.Place.Column));
        Assert.Contains(rule, fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Folder_IsToldAsOne() => Assert.Contains(
        "This is a folder. Name the configuration that lies in it",
        Assert.Single(ConfigCheck.Read(Path.GetTempPath(), []).Faults.All).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Check_AliasesThatGrowBeyondMemory_AreRefused()
    {
        string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        using TemporaryConfig file = new(text, "search.yml");

        Assert.Contains("aliases written out", Assert.Single(ConfigCheck.Read(file.Path, []).Faults.All).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"function": {"type": "command", "command": "echo 1"}}""", "has no 'hyperparameters'")]
    [InlineData("{" + Space + "}", "has no 'function', what evaluates points")]
    [InlineData("{" + Space + """, "function": {"module": "m", "name": "f"}}""", "has no 'type'; it is one of")]
    [InlineData("{" + Space + """, "function": {"type": "python_function", "module": "m"}}""", "'function' has no 'name', which a python_function needs")]
    [InlineData("{" + Space + """, "function": {"type": "remote", "command": "x"}}""", "'function' has no 'hosts'")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "executable": "y"}}""", "both name the program")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "'x"}}""", "'function.command' names a program")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "auto_kill_loss": 3}}""", "'function.auto_kill_loss' needs a limit")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "auto_kill_max_time": 0}}""", "must be a number above 0")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "auto_kill_max_time": 5, "auto_kill_loss": 1, "kill_loss": 2}}""",
        "'function.kill_loss' is 2, and 'function.auto_kill_loss' in line 1 is 1; both say")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "parallel": 2}, "settings": {"workers": 3}}""",
        "'settings.workers' is 3, and 'function.parallel' in line 1 is 2")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "results": {"graphs": false}, "settings": {"charts": "all"}}""",
        "'results.graphs' is false, and 'settings.charts' in line 1 is \"all\"")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "search": {"method": "bayesian"}}""",
        "A Gaussian process is called gp here.")]
    [InlineData(
        "{" + Space + """, "function": {"type": "command", "command": "x"}, "search": {"method": "tpe", "options": {"gama": 1}}}""",
        "'gama of search.options'")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x", "options": {"nestd": true}}}""", "nestd of function.options")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "metrics": {"time": {"type": "time", "target_time": 9, "max_time": 5}}}""",
        "'metrics.time' needs 'target_time'")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "metrics": {"auc": {"target": 1}}}""", "needs 'target' and 'max' together")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "metrics": {"auc": {"weight": 0}}}""", "has no place in the loss")]
    [InlineData("{" + Space + """, "function": {"type": "command", "command": "x"}, "metrics": {"auc": 3}}""", "'metrics.auc' is 3; it must be an object")]
    [InlineData(
        "{" + Space + """, "function": {"type": "command", "command": "x"}, "settings": {"loss": "2*value"}, "metrics": {"auc": {}}}""",
        "'metrics' is")]
    [InlineData("""{"hyperparameters": {"$ref": "nowhere.json"}}""", "there is no file")]
    [InlineData("""{"hyperparameters": {"$ref": "search.json#/$defs/x"}, "$defs": {"y": {}}}""", "there is no 'x' at that place")]
    [InlineData("""{"hyperparameters": {"$ref": "#/$defs/x"}, "$defs": {"y": {}}}""", "there is no 'x' at that place")]
    [InlineData("""{"hyperparameters": {"$ref": "#/$defs/x"}, "$defs": {"x": {"oneOf": [{"$ref": "#/$defs/x"}]}}}""", "names itself again")]
    [InlineData("""{"hyperparameters": {"type": "object", "properties": {"a": {"type": "boolean"}, "a": {"type": "integer"}}}}""", "stands twice")]
    [InlineData("""{"hyperparameters": {"type": "object", "properties": {"a": {"type": "number"}}, "relations": [{"kind": "lessThan", "members": """
        + """["a", "bb"]}]}}""",
        "'bb', which is no parameter")]
    public void Check_Mistake_IsToldInOneSentence(string text, string expected)
    {
        using TemporaryConfig file = new(text);

        ConfigCheck check = ConfigCheck.Read(file.Path, []);

        Assert.False(check.IsRight);
        Assert.Contains(expected, string.Join('\n', check.Faults.All.Select(fault => fault.Text)), StringComparison.Ordinal);
        Assert.Empty(check.Others);
    }

    [Theory]
    [InlineData("\"module\": \"model.py\", \"name\": \"f\", \"type\": \"python_function\"", "It is taken as \"model\"")]
    [InlineData(
        "\"module\": \"model\", \"name\": \"f\", \"type\": \"python_function\", \"hosts\": [\"a\"]",
        "'function.hosts' is ignored; it belongs to the type remote")]
    [InlineData("\"module\": \"model\", \"name\": \"f\", \"type\": \"python_function\", \"auto_kill_max_tim\": 3", "Did you mean 'auto_kill_max_time'?")]
    public void Check_WhatSaysNothing_IsAWarning(string function, string expected)
    {
        using TemporaryConfig file = new("{" + Space + ", \"function\": {" + function + "}}");

        ConfigCheck check = ConfigCheck.Read(file.Path, []);

        Assert.True(check.IsRight, string.Join('\n', check.Faults.All));
        Assert.Contains(expected, Assert.Single(check.Faults.All).Text, StringComparison.Ordinal);
    }
}
