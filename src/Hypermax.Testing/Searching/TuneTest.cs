using System.Reflection;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;

namespace Hypermax.Testing.Searching;

/// <summary>A test method with <c>[Tune]</c>: what it says, and the search that it is.</summary>
internal sealed class TuneTest
{
    private const string StudyName = "Study";

    private readonly MethodInfo _method;
    private readonly Dictionary<string, string> _said;

    private TuneTest(MethodInfo method, CustomAttributeData attribute)
    {
        _method = method;
        _said = attribute.NamedArguments
            .Where(argument => argument.MemberName == StudyName || SettingSource.TestAttribute.Find(argument.MemberName) is not null)
            .Select(argument => KeyValuePair.Create(argument.MemberName, AttributeText.Of(argument)))
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gets the name of the study, which names its folder: that of the attribute, or class and method.</summary>
    public string Name => _said.GetValueOrDefault("Name") ?? $"{_method.ReflectedType!.FullName!.Replace('+', '.')}.{_method.Name}";

    /// <summary>Runs the search that a test method is.</summary>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance of its class, or null for a static method.</param>
    /// <param name="test">The test.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="HypermaxAssertException">The search missed its target, or cannot be run as it is written.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static Task<TestSearchResult> RunAsync(MethodInfo method, object? instance, RunningTest test, CancellationToken stop) =>
        (Of(method) ?? throw new ArgumentException($"'{method.Name}' has no [Tune].", nameof(method))).RunAsync(instance, test, stop);

    /// <summary>Reads a method; null when it is no search.</summary>
    public static TuneTest? Of(MethodInfo method) =>
        method.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == "Hypermax.Xunit.TuneAttribute") is { } attribute
            ? new TuneTest(method, attribute)
            : null;

    private async Task<TestSearchResult> RunAsync(object? instance, RunningTest test, CancellationToken stop)
    {
        RequireOwnName();
        Assembly tests = _method.DeclaringType!.Assembly;
        DeclaredObjective? declared = _said.TryGetValue(StudyName, out string? study) ? DeclaredObjectives.Find(study, tests) : null;
        ObjectiveMethod? own = declared is null ? ObjectiveMethod.Read(_method) : null;
        SearchSpace space = own?.Space ?? declared!.Descriptor.Space;
        SearchPlan plan = TestPlan.Read(Name, space, tests, violations => Given(violations).Over(declared?.Settings(violations) ?? SettingSet.Empty));
        try
        {
            IExecutor executor = own is not null
                ? TestExecutors.InProcess(own.On(instance), plan, test.Say)
                : await TestExecutors.OfAsync(declared!, plan, tests, test.Say, stop).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                TestSearchResult result = await new TestSearch(plan, space, executor, test).RunAsync(stop).ConfigureAwait(false);
                TargetRule.Require(result, plan);
                return result;
            }
        }
        catch (ExecutorException error)
        {
            throw new HypermaxAssertException($"'{Name}' cannot be searched: {error.Message}", error);
        }
    }

    private SettingSet Given(Violations violations) =>
        SettingReader.Read(SettingSource.TestAttribute, _said.Where(said => said.Key != StudyName), violations);

    // Two searches in one folder would go on with each other's trials.
    private void RequireOwnName()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        MethodInfo? twin = _method.DeclaringType!.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All | BindingFlags.DeclaredOnly))
            .Where(other => other.MetadataToken != _method.MetadataToken)
            .FirstOrDefault(other => Of(other) is { } test && string.Equals(test.Name, Name, StringComparison.OrdinalIgnoreCase));
        if (twin is not null)
        {
            throw new HypermaxAssertException($"Two tests are called '{Name}': a method of '{_method.DeclaringType!.Name}' with {Parameters(_method)} and "
                + $"one of '{twin.DeclaringType!.Name}' with {Parameters(twin)}; names of studies must differ in more than case, for each has a folder of "
                + "its own. Give one another name: [Tune(Name = \"…\")].");
        }
    }

    private static string Parameters(MethodInfo method) => $"({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
}
