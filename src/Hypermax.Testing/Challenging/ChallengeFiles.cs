using Hypermax.Storage;
using Hypermax.Reports;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Challenging;

/// <summary>What a challenge leaves: the better values as a tuned file, and how they differ.</summary>
internal static class ChallengeFiles
{
    /// <summary>Makes the folder, without what an earlier challenge left there, so that the files are those of the last one.</summary>
    public static void Prepare(string folder, string study)
    {
        Directory.CreateDirectory(folder);
        File.Delete(TunedPath(folder, study));
        File.Delete(DiffPath(folder, study));
    }

    /// <summary>Writes the files.</summary>
    /// <returns>Their full paths.</returns>
    public static IReadOnlyList<string> Write(string folder, StudyHeader header, Point tuned, Candidate winner, int trials)
    {
        string file = TunedPath(folder, header.Name);
        string diff = DiffPath(folder, header.Name);
        TunedFile.Write(file, header, winner.Trial, trials, winner.Found);
        File.WriteAllLines(diff, [$"--- {TunedFileName.Of(header.Name)}", "+++ better", .. PointChanges.Lines(header.Space, tuned, winner.Trial.Point)]);
        return [file, diff];
    }

    private static string TunedPath(string folder, string study) => Path.Combine(folder, TunedFileName.Of(study));

    private static string DiffPath(string folder, string study) => Path.Combine(folder, TunedFileName.StemOf(study) + ".diff.txt");
}
