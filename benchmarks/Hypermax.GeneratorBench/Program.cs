using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hypermax.GeneratorBench;
using Hypermax.Generators.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Usage: [files with spaces] [plain files] [edits]. Every file with spaces has two annotated types.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int spaces = int.Parse(args.ElementAtOrDefault(0) ?? "100", CultureInfo.InvariantCulture);
int plain = int.Parse(args.ElementAtOrDefault(1) ?? "400", CultureInfo.InvariantCulture);
int edits = int.Parse(args.ElementAtOrDefault(2) ?? "60", CultureInfo.InvariantCulture);
using Process process = Process.GetCurrentProcess();
CSharpCompilation project = MadeProject.Create(spaces, plain);
Console.WriteLine($"{2 * spaces} annotated types in {spaces} files, {plain} plain files; means of {edits} edits, in time of the processor");

// For comparison what Roslyn itself does for a generator that looks for the same attribute and makes nothing of it.
Func<int, CSharpCompilation> unrelated = i => MadeProject.Edit(project, "/made/Plain0.cs", MadeProject.Plain(0, i + 2));
Func<int, CSharpCompilation> related = i => MadeProject.Edit(project, "/made/Space0.cs", MadeProject.Space(0, 1001 + i));
(double nothing, _) = Measure(new EmptyGenerator(), unrelated);
(double nothingInSpace, _) = Measure(new EmptyGenerator(), related);
(double other, int otherWritten) = Measure(new HypermaxGenerator(), unrelated);
(double own, int ownWritten) = Measure(new HypermaxGenerator(), related);
Console.WriteLine(
    $"edit elsewhere: {other:0.00} ms ({nothing:0.00} for an empty generator with ForAttributeWithMetadataName); {otherWritten} files written again; "
    + $"{other / (2 * spaces):0.000} ms for each annotated type of the project");
Console.WriteLine(
    $"edit of a bound: {own:0.00} ms ({nothingInSpace:0.00} for an empty generator with ForAttributeWithMetadataName); {ownWritten} files written again; "
    + $"{own / (2 * spaces):0.000} ms for each annotated type of the project");
Cold();
await Analyze();

(double Milliseconds, int Written) Measure(IIncrementalGenerator generator, Func<int, CSharpCompilation> edit)
{
    GeneratorDriver driver = Driver(generator).RunGenerators(project);
    TimeSpan total = TimeSpan.Zero;
    int written = 0;
    for (int i = 0; i < edits + 20; i++)
    {
        CSharpCompilation edited = edit(i);
        TimeSpan before = Processor();
        driver = driver.RunGenerators(edited);
        total += i >= 20 ? Processor() - before : TimeSpan.Zero;
        written = driver.GetRunResult().Results[0].TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
    }

    return (total.TotalMilliseconds / edits, written);
}

// Time of the processor, not of the clock: other work on the machine does not count.
TimeSpan Processor()
{
    process.Refresh();
    return process.TotalProcessorTime;
}

void Cold()
{
    List<double> times = [];
    for (int i = 0; i < 60; i++)
    {
        // A new compilation each time, as a build has it; the symbols of the sources are bound on the way.
        CSharpCompilation cold = project.Clone();
        TimeSpan before = Processor();
        Driver(new HypermaxGenerator()).RunGenerators(cold);
        times.Add((Processor() - before).TotalMilliseconds);
    }

    // The first runs are those of code that is not optimised yet.
    double median = times.Skip(40).Order().ElementAt((times.Count - 40) / 2);
    Console.WriteLine($"whole project, nothing cached: {median:0.0} ms, {median / (2 * spaces):0.00} ms a type");
}

async Task Analyze()
{
    ImmutableArray<DiagnosticAnalyzer> analyzers =
    [
        .. typeof(HypermaxGenerator).Assembly.GetTypes()
            .Where(
                type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
                    && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                    && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];
    Driver(new HypermaxGenerator()).RunGeneratorsAndUpdateCompilation(project, out Compilation output, out _);
    double best = double.PositiveInfinity;
    string dearest = string.Empty;
    for (int i = 0; i < 5; i++)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        AnalysisResult result = await output.Clone().WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        double sum = result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalMilliseconds);
        if (sum < best)
        {
            best = sum;
            dearest = string.Join(", ", result.AnalyzerTelemetryInfo
                .OrderByDescending(entry => entry.Value.ExecutionTime)
                .Take(8)
                .Select(entry => $"{entry.Key.GetType().Name} {entry.Value.ExecutionTime.TotalMilliseconds:0}"));
        }
    }

    Console.WriteLine($"{analyzers.Length} analyzers over the whole project: {best:0.0} ms, {best / (2 * spaces):0.00} ms a type; {dearest}");
}

GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
    [generator.AsSourceGenerator()],
    parseOptions: MadeProject.ParseOptions,
    driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
