using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>What the asks of a search cost in time of the processor, which hardly depends on what else the machine does.</summary>
/// <remarks>
/// The method searches from an empty history, so the last asks see trials that crowd as those of a search do, and the fits of hyperparameters
/// fall where they fall. The compiler and the collector count too.
/// </remarks>
public static class ProcessorTime
{
    private const int Window = 20;

    /// <summary>Prints mean, median and largest of the asks around some numbers of trials.</summary>
    /// <param name="methods">The methods, parted by commas.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="trials">The numbers of trials, parted by commas.</param>
    public static void Print(string methods, int parameters, string trials)
    {
        int[] counts = [.. trials.Split(',').Select(int.Parse)];
        Console.WriteLine($"| {parameters} parameters | trials | mean ms | median | largest |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (string method in methods.Split(','))
        {
            Asks(method, parameters, counts.Max() + Window); // to have everything compiled
            double[] asks = Asks(method, parameters, counts.Max() + Window);
            foreach (int count in counts)
            {
                double[] around = [.. asks[Math.Max(0, count - Window)..(count + Window)].Order()];
                Console.WriteLine(FormattableString.Invariant(
                    $"| {method} | {count} | {around.Average():0.00} | {around[around.Length / 2]:0.00} | {around[^1]:0.00} |"));
            }
        }
    }

    private static double[] Asks(string method, int parameters, int trials)
    {
        BenchmarkStudy study = new(parameters, 0);
        ISampler sampler = Samplers.Create(method);
        double[] asks = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Proposal proposal = sampler.Propose(study.Context);
            asks[trial] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            study.Tell(proposal.Vector);
        }

        return asks;
    }
}
