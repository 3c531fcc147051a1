using System.Reflection;
using Hypermax.Settings;

namespace Hypermax.Testing.Results;

/// <summary>The project of an assembly of tests: where it lies, and what its properties say.</summary>
internal static class TestProject
{
    /// <summary>Finds the project file: that of the assembly's name in the nearest folder above it; else the assembly.</summary>
    public static string FileOf(Assembly tests)
    {
        string pattern = tests.GetName().Name + ".*proj";
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, pattern, new EnumerationOptions()).FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return tests.Location.Length > 0 ? tests.Location : Path.Combine(AppContext.BaseDirectory, tests.GetName().Name + ".dll");
    }

    /// <summary>Reads settings that the assembly has by <c>[assembly: AssemblyMetadata("HypertuneCi", "junit")]</c>, as the package writes them.</summary>
    /// <param name="tests">The assembly.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet SettingsOf(Assembly tests, Violations violations) => SettingReader.Read(
        SettingSource.ProjectProperty,
        tests.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(fact => fact.Key.StartsWith(Setting.Prefix, StringComparison.Ordinal))
            .Select(fact => KeyValuePair.Create(fact.Key, fact.Value ?? string.Empty)),
        violations);
}
