using System.Collections.Concurrent;
using System.Reflection;
using Hypermax.Ci;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Results;

/// <summary>Writes what the tests of an assembly found where continuous integration shows it, one test after the other as they end.</summary>
/// <remarks>
/// <para>Nobody says when the last test has ended, and the process of the tests is ended without a word; so all files are written anew for each.</para>
/// <para>Safe to call from several tests at once. Each process has a folder of its own, and all add to the one summary of a step.</para>
/// </remarks>
internal sealed class TestResults
{
    /// <summary>The file with what the server is to read on the standard output of the job, from tests that passed.</summary>
    public const string CommandsFile = "commands.txt";

    private static readonly ConcurrentDictionary<Assembly, Lazy<TestResults>> All = new();

    private readonly string _name;
    private readonly string _projectFile;
    private readonly CiFormat[] _formats;
    private readonly CiEnvironment _environment;
    private readonly Lazy<string> _folder;
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();
    private readonly object _lock = new();
    private readonly List<CiStudy> _studies = [];
    private readonly List<string> _commands = [];

    /// <summary>Begins with no results.</summary>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="variable">Gets an environment variable, or null.</param>
    /// <param name="root">The folder that study folders lie in.</param>
    public TestResults(Assembly tests, Func<string, string?> variable, string root)
    {
        _name = tests.GetName().Name!;
        _projectFile = TestProject.FileOf(tests);
        _environment = CiEnvironment.Read(variable, Path.GetDirectoryName(_projectFile)!);

        // What is wrong with a setting is told by the test itself.
        SettingSet settings = SettingReader.ReadEnvironment(variable, Surfaces.Environment, new Violations())
            .Over(TestProject.SettingsOf(tests, new Violations()));
        _formats = [.. CiServer.FormatsOf(settings, variable).Select(format => Enum.Parse<CiFormat>(format, ignoreCase: true))];
        _folder = new Lazy<string>(() => OwnFolder.Claim(Path.Combine(root, "ci", _name)));
    }

    /// <summary>Gets the results of an assembly.</summary>
    public static TestResults Of(Assembly tests) =>
        All.GetOrAdd(tests, static key => new Lazy<TestResults>(() => new TestResults(key, Environment.GetEnvironmentVariable, TestFolders.Root))).Value;

    /// <summary>Takes the result of a test and writes all, if somebody wants it; what cannot be written is a line of the output.</summary>
    /// <param name="study">The result; one of the same name takes the place of an earlier one.</param>
    /// <param name="say">Takes lines for the output of the test; those of a test that failed are printed, so that the server reads its commands there.</param>
    public void Add(CiStudy study, Action<string> say)
    {
        if (_formats.Length == 0)
        {
            return;
        }

        CiStudy placed = study with { Remarks = [.. study.Remarks.Select(remark => remark with { Position = InRepository(remark.Position) })] };
        lock (_lock)
        {
            _studies.RemoveAll(other => other.Name == study.Name);
            _studies.Add(placed with { Position = InRepository(study.Position) });
            CiOutcome outcome = CiWriter.Add(Result(), _studies[^1], _formats, _folder.Value, _environment);
            Tell(study.IsFailed, outcome, say);
        }
    }

    private void Tell(bool isFailed, CiOutcome outcome, Action<string> say)
    {
        foreach (ReportFailure failure in outcome.Failures)
        {
            say($"warning: '{failure.Part}' was not written for continuous integration: {TrialText.FirstLine(failure.Reason)} Nothing else suffers from it. "
                + "Correct the path, or switch this off with HYPERTUNE_CI=none.");
        }

        if (isFailed)
        {
            foreach (string command in outcome.Commands)
            {
                say(command);
            }

            return;
        }

        _commands.AddRange(outcome.Commands);
        string[] page = _formats.Contains(CiFormat.Azure) ? [CiWriter.UploadOf(_folder.Value)] : [];
        if (_commands.Count + page.Length > 0)
        {
            Try(() => File.WriteAllLines(Path.Combine(_folder.Value, CommandsFile), [.. _commands, .. page]));
        }
    }

    private CiResult Result() => new()
    {
        Project = _name,
        ProjectFile = _projectFile,
        Version = typeof(CiResult).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        Started = _started,
        Duration = TimeProvider.System.GetUtcNow() - _started,
        Studies = [.. _studies],
    };

    // Builds of servers write "/_/" for the folder that was checked out.
    private SourcePosition? InRepository(SourcePosition? position) => position is { File: ['/', '_', '/', .. var rest] }
        ? position with { File = Path.Combine(_environment.Root, rest) }
        : position;

    // Commands that are lost are annotations fewer; files and summary have the same.
    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
