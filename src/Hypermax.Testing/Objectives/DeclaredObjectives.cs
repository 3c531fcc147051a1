using System.Reflection;
using Hypermax.Building;
using Hypermax.Errors;
using Hypermax.Fingerprints;

namespace Hypermax.Testing.Objectives;

/// <summary>Finds objectives by name, in the assembly of the tests and in the projects that it uses.</summary>
internal static class DeclaredObjectives
{
    /// <summary>Finds an objective.</summary>
    /// <param name="name">The name of its study, or of its method as <c>nameof</c> gives it. An attribute may say null, which names none.</param>
    /// <param name="tests">The assembly of the tests, where the search begins.</param>
    /// <param name="owner">The class that declares it, or null where the name is enough.</param>
    /// <exception cref="HypermaxAssertException">There is none, or several; the message says which there are.</exception>
    public static DeclaredObjective Find(string? name, Assembly tests, Type? owner = null)
    {
        DeclaredObjective[] all = [.. (owner is null ? AssembliesOf(tests) : [owner.Assembly]).SelectMany(ObjectivesOf)];
        string prefix = owner?.FullName!.Replace('+', '.') + ".";
        DeclaredObjective[] known = owner is null ? all
            : [.. all.Where(objective => objective.Descriptor.Method?.StartsWith(prefix, StringComparison.Ordinal) == true)];
        DeclaredObjective[] found = [.. known.Where(objective => objective.Study == name)];
        found = found.Length > 0 ? found : [.. known.Where(objective => MethodOf(objective) == name)];
        return found switch
        {
            [var only] => only,
            [] => throw new HypermaxAssertException(Unknown(name, owner, [.. known.Select(objective => objective.Study).Distinct(StringComparer.Ordinal)])),
            _ => throw new HypermaxAssertException($"'{name}' is the name of {found.Length} objectives: "
                + $"{string.Join(", ", found.Select(objective => $"'{objective.Descriptor.Method}'"))}. Name its class too, as in "
                + $"(typeof({found[0].Descriptor.Method!.Split('.')[^2]}), \"{name}\"), or give one another name: [Objective(Name = \"…\")]."),
        };
    }

    private static string Unknown(string? name, Type? owner, string[] known)
    {
        name ??= string.Empty;
        string place = owner is null ? "the projects of these tests" : $"'{owner.Name}'";
        return known.Length == 0
            ? $"'{name}' must name a method with [Objective], but there is none in {place}. Write [Objective] on a static method that takes a "
                + "[SearchSpace] type, and reference its project from the tests."
            : $"'{name}' must name a method with [Objective], but there is none of that name in {place}. "
                + (NearestName.Of(name, known) is { } near ? $"Did you mean '{near}'?" : $"There is {string.Join(", ", known.Select(other => $"'{other}'"))}.");
    }

    private static string? MethodOf(DeclaredObjective objective) => objective.Descriptor.Method?.Split('.')[^1];

    private static IEnumerable<DeclaredObjective> ObjectivesOf(Assembly assembly)
    {
        try
        {
            return (ObjectiveRegistry.Of(assembly) ?? []).Select(descriptor => new DeclaredObjective(descriptor, assembly));
        }
        catch (TargetInvocationException error)
        {
            throw new HypermaxAssertException($"The objectives of assembly '{assembly.GetName().Name}' cannot be listed: {error.InnerException?.Message} "
                + "Correct the search space that it names.", error);
        }
    }

    // A name given by nameof leaves no trace of its assembly in the metadata, so projects are looked for in the list of dependencies too.
    private static List<Assembly> AssembliesOf(Assembly tests)
    {
        Dictionary<string, Assembly> found = new(StringComparer.OrdinalIgnoreCase) { [tests.GetName().Name!] = tests };
        string[] projects = tests.Location.Length == 0 ? [] : [.. AssemblyFingerprint.ProjectsOf(tests.Location)];
        foreach (string name in tests.GetReferencedAssemblies().Select(reference => reference.Name!).Concat(projects))
        {
            if (!found.ContainsKey(name) && !IsForeign(name) && Load(name) is { } assembly)
            {
                found.Add(name, assembly);
            }
        }

        return [.. found.Values];
    }

    private static bool IsForeign(string name) =>
        Array.Exists(["System", "Microsoft.", "xunit.", "Hypermax.", "netstandard", "mscorlib"], prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception error) when (error is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
