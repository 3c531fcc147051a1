using System.Collections.Concurrent;
using System.Reflection;
using Hypermax.Fingerprints;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Studies.Migration;
using Hypermax.Testing.Results;

namespace Hypermax.Testing.Searching;

/// <summary>How a test searches: its settings, with those of its project and then those of the environment laid over them.</summary>
internal static class TestPlan
{
    // Reading the code of an assembly takes a while, and it does not change while its tests run.
    private static readonly ConcurrentDictionary<Assembly, string?> Fingerprints = new();

    /// <summary>Makes a plan.</summary>
    /// <param name="study">The name of the study.</param>
    /// <param name="space">Its space.</param>
    /// <param name="tests">The assembly of the tests, whose code decides what trials give.</param>
    /// <param name="settings">What the test says.</param>
    /// <param name="folder">The folder of the study, or null for that of its name.</param>
    /// <param name="method">What tells the objective from others of the assembly, or null where the name of the study does.</param>
    /// <exception cref="HypermaxAssertException">A setting breaks its rule; the message lists all that do.</exception>
    public static SearchPlan Read(
        string study, SearchSpace space, Assembly tests, Func<Violations, SettingSet> settings, string? folder = null, string? method = null)
    {
        if (study.Trim(' ', '.').Length == 0)
        {
            throw new HypermaxAssertException($"The name of a study names its folder, so it must have a letter or a digit; it is '{study}'. Leave Name out, "
                + "or write for example Name = \"Forest\".");
        }

        Violations violations = new();
        SettingSet given = SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Environment, violations)
            .Over(TestProject.SettingsOf(tests, violations))
            .Over(settings(violations));
        SearchPlan plan = SearchPlan.Read(study, folder ?? TestFolders.Of(study), space, given, violations, tests.GetName().Name);

        // What the environment says is read for the test and for the objective that it names.
        Require(study, [.. violations.Sentences.Distinct(StringComparer.Ordinal)]);
        StudyOptions options = plan.Options with { ObjectiveFingerprint = FingerprintOf(tests, method) };
        return plan with
        {
            // A test is about the code of today: what an earlier version of space or code left does not belong to it.
            // In a store others may use it.
            Options = options.StoreAddress is not null
                ? options
                : options with { SpaceChange = SpaceChangePolicy.Fresh, ObjectiveChange = ObjectiveChangeAnswer.Fresh },
        };
    }

    /// <summary>Gets the fingerprint of what decides what trials give; null where the assembly cannot be read.</summary>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="method">What tells the objective from others of the assembly, or null where the name of the study does.</param>
    public static string? FingerprintOf(Assembly tests, string? method)
    {
        string? code = Fingerprints.GetOrAdd(tests, Fingerprint);
        if (code is null || method is null)
        {
            return code;
        }

        using FingerprintHash hash = new();
        hash.Add(code);
        hash.Add(method);
        return hash.ToString();
    }

    private static string? Fingerprint(Assembly tests) => tests.Location.Length == 0 ? null : AssemblyFingerprint.Of(tests.Location, []);

    /// <summary>Throws where settings break their rules.</summary>
    public static void Require(string study, IReadOnlyList<string> violations)
    {
        if (violations.Count > 0)
        {
            throw new HypermaxAssertException($"The settings of '{study}' do not hold: {string.Join(" ", violations)}");
        }
    }
}
