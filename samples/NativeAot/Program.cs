using Hypermax;

// A whole search without reflection: space, binder and samplers survive trimming and native compilation.
StudyResult<Circuit> result = await Study.Create<Circuit>(new StudyOptions { Trials = 200, Seed = 7 }).RunAsync(Error);
Console.WriteLine(FormattableString.Invariant($"best of {result.Trials.Count} trials: {result.BestValue:F6} with {result.BestParameters}"));
return result.BestValue < 0.05 ? 0 : 1;

static double Error(Circuit circuit)
{
    // How far the corner frequency of a filter is from 1 kHz, on a logarithmic scale.
    double hertz = 1 / (2 * Math.PI * circuit.Ohms * circuit.Farads);
    double ratio = Math.Log10(hertz / 1000) / (circuit.Stages is Stages.Two two ? two.Damping : 1);
    return Math.Abs(ratio);
}
