using System.Globalization;
using Hypermax.Convergence.Population;
using Hypermax.Convergence.Problems;
using Hypermax.Sampling.Atpe.Learned;

namespace Hypermax.MetaTraining.Recording;

/// <summary>The recorded searches of one problem in a file of its own, so that a stopped training goes on where it was.</summary>
internal static class RecordFile
{
    /// <summary>Records what is not there yet.</summary>
    public static void Complete(Arguments arguments, Family family, int number)
    {
        string path = Of(arguments, family, number);
        if (File.Exists(path))
        {
            return;
        }

        Problem problem = family.Make(number);
        string partly = path + ".part";
        File.WriteAllLines(partly, Enumerable.Range(0, arguments.Histories).SelectMany(history => Rollouts.Of(problem, history, arguments.Repeats))
            .Select(item => $"{Join(item.Context)}\t{Join(item.Advantages)}"));
        File.Move(partly, path, overwrite: true);
    }

    /// <summary>Reads the recorded searches of a problem.</summary>
    public static IEnumerable<Observation> Read(Arguments arguments, Family family, int number)
    {
        foreach (string line in File.ReadLines(Of(arguments, family, number)))
        {
            double[][] parts = [.. line.Split('\t').Select(part => part.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
            for (int action = 0; action < PolicyAction.All.Count; action++)
            {
                yield return new Observation(family.Name, parts[0], action, parts[1][action]);
            }
        }
    }

    // Records of another budget are other records.
    private static string Of(Arguments arguments, Family family, int number) =>
        Path.Combine(arguments.Folder, string.Create(CultureInfo.InvariantCulture, $"{family.Name}-{number}-{arguments.Histories}x{arguments.Repeats}.tsv"));

    private static string Join(double[] values) => string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
