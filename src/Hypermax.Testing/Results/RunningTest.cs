using System.Diagnostics;
using System.Reflection;
using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Search;

namespace Hypermax.Testing.Results;

/// <summary>A test that runs: what it is called, where it says things, and what comes of it.</summary>
/// <param name="name">What servers know it by, the same in every run.</param>
/// <param name="tests">The assembly of the tests.</param>
/// <param name="position">Where it is declared, with an absolute path, or null.</param>
/// <param name="output">Takes lines for the output of the test.</param>
internal sealed class RunningTest(string name, Assembly tests, SourcePosition? position, Action<string> output)
{
    private readonly List<CiRemark> _remarks = [];
    private readonly List<string> _files = [];
    private CiStudy? _study;

    /// <summary>Gets what servers know it by.</summary>
    public string Name => name;

    /// <summary>Gets the assembly of the tests.</summary>
    public Assembly Tests => tests;

    /// <summary>Gets the files that belong to the result, whether it is good or bad.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Runs a test, and tells continuous integration how it ended; one that was ended early leaves nothing to tell.</summary>
    /// <param name="test">The test.</param>
    /// <param name="run">What it does.</param>
    public static async Task<T> RunAsync<T>(RunningTest test, Func<RunningTest, Task<T>> run)
    {
        long began = Stopwatch.GetTimestamp();
        T result;
        try
        {
            result = await run(test).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception error)
        {
            BuildRule rule = (error as HypermaxAssertException)?.Rule ?? BuildRules.TestFailed;
            test._remarks.Add(RuleRemark.Of(rule, error.Message, test.Position) with { Level = CiLevel.Error });
            test.Tell(Stopwatch.GetElapsedTime(began));
            throw;
        }

        test.Tell(Stopwatch.GetElapsedTime(began));
        return result;
    }

    /// <summary>Gets where it is declared, or null.</summary>
    public SourcePosition? Position => position;

    /// <summary>Says a line.</summary>
    public void Say(string line) => output(line);

    /// <summary>Takes what was found.</summary>
    public void Found(CiStudy study) => _study = study;

    /// <summary>Takes files that belong to the result.</summary>
    public void Attach(IEnumerable<string> files) => _files.AddRange(files);

    /// <summary>Takes something to show at the test.</summary>
    public void Remark(BuildRule rule, string text) => _remarks.Add(RuleRemark.Of(rule, text, position));

    private void Tell(TimeSpan duration)
    {
        CiStudy study = (_study ?? new CiStudy { Name = name }) with { Name = name, Position = position, Duration = duration, Remarks = [.. _remarks] };
        TestResults.Of(tests).Add(study, output);
    }
}
