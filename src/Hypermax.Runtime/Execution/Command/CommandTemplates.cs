using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Execution.Command;

/// <summary>The templates of a command, checked against a space and filled for every trial.</summary>
internal sealed class CommandTemplates
{
    private static readonly string[] OwnNames = ["$trial", "$seed", "$budget", "$checkpoint", "$slot", "$artifacts", "$result", "$json"];

    private readonly CommandSpec _spec;
    private readonly Template[] _arguments;
    private readonly (string Name, Template? Value)[] _environment;
    private readonly Template? _resultFile;

    /// <summary>Reads and checks every template.</summary>
    /// <exception cref="ExecutorException">A template is malformed or names something that does not exist.</exception>
    public CommandTemplates(CommandSpec spec, SearchSpace space)
    {
        _spec = spec;
        try
        {
            _arguments = [.. spec.Arguments.Select(Template.Parse)];
            _environment = [.. spec.Environment.Select(entry => (entry.Key, entry.Value is null ? null : Template.Parse(entry.Value)))];
            _resultFile = spec.ResultFile is null ? null : Template.Parse(spec.ResultFile);
        }
        catch (FormatException error)
        {
            throw new ExecutorException(error.Message, error);
        }

        foreach (Template template in _arguments.Concat(_environment.Where(entry => entry.Value is not null).Select(entry => entry.Value!)).Concat(
            _resultFile is null ? [] : [_resultFile]))
        {
            CheckNames(template, space);
        }
    }

    /// <summary>Reads and checks the template of a shell command.</summary>
    /// <exception cref="ExecutorException">The template is malformed or names something that does not exist.</exception>
    public static Template ParseShell(string command, SearchSpace space)
    {
        try
        {
            Template template = Template.Parse(command);
            CheckNames(template, space);
            return template;
        }
        catch (FormatException error)
        {
            throw new ExecutorException(error.Message, error);
        }
    }

    /// <summary>Gets the path of the result file of a trial, or null when the result is printed.</summary>
    public string? ResultFile(TrialJob job) => _resultFile?.Fill(name => name == "$result" ? null : Value(name, job, null, _spec.IsNested)) is { } path
        ? Path.GetFullPath(path, _spec.WorkingDirectory is null ? Path.GetFullPath(".") : Path.GetFullPath(_spec.WorkingDirectory))
        : null;

    /// <summary>Gets the arguments of a trial.</summary>
    public IReadOnlyList<string> Arguments(TrialJob job, string? resultFile)
    {
        List<string> filled = [];
        for (int i = 0; i < _arguments.Length; i++)
        {
            if (_arguments[i].Fill(name => Value(name, job, resultFile, _spec.IsNested) ?? (_spec.KeepsEmptyArguments ? string.Empty : null)) is { } argument)
            {
                filled.Add(argument);
            }
            else if (i > 0 && filled.Count > 0 && IsOption(_arguments[i - 1]))
            {
                filled.RemoveAt(filled.Count - 1);
            }
        }

        return filled;
    }

    /// <summary>Gets the environment variables of a trial; null removes one.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Environment(TrialJob job, string? resultFile)
    {
        foreach (KeyValuePair<string, string?> variable in TrialPaths.Variables(job))
        {
            yield return variable;
        }

        foreach ((string name, Template? value) in _environment)
        {
            yield return new(name, value?.Fill(part => Value(part, job, resultFile, _spec.IsNested)));
        }

        if (!_spec.ParametersInEnvironment)
        {
            yield break;
        }

        for (int i = 0; i < job.Space.Count; i++)
        {
            Parameter parameter = job.Space.Parameters[i];
            if (job.Point.Has(i))
            {
                yield return new(VariableName(parameter.Name), PointJson.ToText(parameter, job.Point[i]));
            }
        }
    }

    /// <summary>Gets all parameters as one line of JSON.</summary>
    /// <remarks>Where the space is that of a <c>search.json</c> the budget stands among them as <c>$budget</c>, as models for Hypermax expect.</remarks>
    public static string Json(TrialJob job, bool isNested) => isNested
        ? NestedPointJson.Write(job.Space, job.Point, job.Space.IsOfSearchJson ? job.Budget : null)
        : PointJson.Write(job.Space, job.Point);

    private static bool IsOption(Template template) =>
        template.Source.StartsWith('-') && !template.Source.Contains('=', StringComparison.Ordinal) && !template.Names.Any();

    private static string VariableName(string path) =>
        "HYPERMAX_PARAM_" + string.Concat(path.Select(unit => char.IsAsciiLetterOrDigit(unit) ? char.ToUpperInvariant(unit) : '_'));

    private static void CheckNames(Template template, SearchSpace space)
    {
        foreach (string name in template.Names)
        {
            if (name.StartsWith('$') ? Array.IndexOf(OwnNames, name) < 0 : space.IndexOf(name) < 0)
            {
                throw new ExecutorException(
                    $"The template '{template.Source}' names '{name}', which is no parameter of space '{space.Name}'. "
                    + $"Its parameters are {string.Join(", ", space.Parameters.Select(parameter => parameter.Name))}; "
                    + $"besides there are {string.Join(", ", OwnNames)}. Write {{{{ for a brace that is meant.");
            }
        }
    }

    /// <summary>Gets the value of a name, or null when it has none for this trial.</summary>
    public static string? Value(string name, TrialJob job, string? resultFile, bool isNested)
    {
        switch (name)
        {
            case "$trial":
                return job.Number.ToString(CultureInfo.InvariantCulture);
            case "$seed":
                return job.Seed.ToString(CultureInfo.InvariantCulture);
            case "$budget":
                return job.Budget?.ToString("R", CultureInfo.InvariantCulture);
            case "$checkpoint":
                return TrialPaths.Checkpoint(job) is { } checkpoint ? Directory.CreateDirectory(checkpoint).FullName : null;
            case "$slot":
                return job.Slot.ToString(CultureInfo.InvariantCulture);
            case "$artifacts":
                return TrialPaths.Artifacts(job) is { } folder ? Directory.CreateDirectory(folder).FullName : null;
            case "$result":
                return resultFile;
            case "$json":
                return Json(job, isNested);
            default:
                int index = job.Space.IndexOf(name);
                return !job.Point.Has(index) ? null : PointJson.ToText(job.Space.Parameters[index], job.Point[index]);
        }
    }
}
