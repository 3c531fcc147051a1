using System.Text;
using Hypermax.Ci.Azure;
using Hypermax.Ci.Badges;
using Hypermax.Ci.GitHub;
using Hypermax.Ci.GitLab;
using Hypermax.Ci.JUnit;
using Hypermax.Ci.Sarif;
using Hypermax.Ci.Trx;
using Hypermax.Reports;
using Hypermax.Writing;

namespace Hypermax.Ci;

/// <summary>Writes results where continuous integration shows them; see docs/guide/ci.md.</summary>
/// <remarks>
/// A file that cannot be written is listed in the outcome with its reason; nothing is thrown for it.
/// Not to be called for one folder from two threads at once.
/// </remarks>
public static class CiWriter
{
    private const string AzureSummary = "hypertune.md";

    /// <summary>Writes results.</summary>
    /// <param name="result">The results.</param>
    /// <param name="formats">The formats; each is written once.</param>
    /// <param name="folder">The folder for files; created when one is written.</param>
    /// <param name="environment">The server, its summary file and what paths are relative to.</param>
    public static CiOutcome Write(CiResult result, IEnumerable<CiFormat> formats, string folder, CiEnvironment environment)
    {
        ReportRun run = new(folder);
        CiPlaces places = new(result, environment.Root);
        List<string> commands = [];
        foreach (CiFormat format in formats.Distinct())
        {
            run.Attempt($"format {format}", () => commands.AddRange(Write(format, result, run, places, environment)));
        }

        ReportOutcome outcome = run.ToOutcome();
        return new CiOutcome([.. outcome.Written.Select(run.PathOf)], commands, outcome.Failures);
    }

    /// <summary>
    /// Writes results that grow by one study at a time, as tests end: files have all of them, commands and the summary of a step the new one.
    /// </summary>
    /// <param name="result">All results.</param>
    /// <param name="study">The new one among them.</param>
    /// <param name="formats">The formats; each is written once.</param>
    /// <param name="folder">The folder for files; created when one is written.</param>
    /// <param name="environment">The server, its summary file and what paths are relative to.</param>
    internal static CiOutcome Add(CiResult result, CiStudy study, IEnumerable<CiFormat> formats, string folder, CiEnvironment environment)
    {
        CiFormat[] all = [.. formats.Distinct()];
        CiOutcome files = Write(result, all.Where(format => format != CiFormat.GitHub), folder, environment);
        CiResult added = result with { Studies = [study], Remarks = [] };
        CiPlaces places = new(result, environment.Root);
        List<string> commands = all.Contains(CiFormat.Azure) ? [.. AzureCommands.IssuesOf(added, places)] : [];
        ReportRun run = new(folder);
        if (all.Contains(CiFormat.GitHub))
        {
            run.Attempt($"format {CiFormat.GitHub}", () => AddToSummary(run, environment, () => SummaryEntry.Of(added, study, places)));
            commands.AddRange(GitHubCommands.Of(added, places));
        }

        return files with { Commands = commands, Failures = [.. files.Failures, .. run.Failures] };
    }

    /// <summary>Gets the command that shows the page which was written to a folder for Azure.</summary>
    internal static string UploadOf(string folder) => AzureCommands.Upload(Path.Combine(folder, AzureSummary));

    private static IReadOnlyList<string> Write(CiFormat format, CiResult result, ReportRun run, CiPlaces places, CiEnvironment environment)
    {
        switch (format)
        {
            case CiFormat.JUnit:
                run.Try("hypertune.junit.xml", path => AtomicFile.Write(path, stream => JUnitWriter.Write(stream, result, places)));
                return [];
            case CiFormat.Trx:
                run.Try("hypertune.trx", path => AtomicFile.Write(path, stream => TrxWriter.Write(stream, result)));
                return [];
            case CiFormat.Sarif:
                run.Try("hypertune.sarif", path => AtomicFile.Write(path, stream => SarifWriter.Write(stream, result, places)));
                return [];
            case CiFormat.GitLab:
                run.Try("gl-code-quality.json", path => AtomicFile.Write(path, stream => CodeQualityWriter.Write(stream, result, places)));
                return [];
            case CiFormat.Badge:
                WriteBadges(result, run);
                return [];
            case CiFormat.Azure:
                run.Try(AzureSummary, path => AtomicFile.Write(path, Encoding.UTF8.GetBytes(SummaryText.Of(result, places))));
                return AzureCommands.Of(result, places, run.PathOf(AzureSummary));
            default:
                AddToSummary(run, environment, () => SummaryText.Of(result, places));
                return GitHubCommands.Of(result, places);
        }
    }

    private static void WriteBadges(CiResult result, ReportRun run)
    {
        foreach (CiStudy study in result.Studies)
        {
            run.Try(CiText.FileName(study.Name) + ".badge.json", path => AtomicFile.Write(path, stream => BadgeWriter.Write(stream, study)));
        }
    }

    // Each project of a solution, and each process of tests, adds its part to the one summary of the step.
    private static void AddToSummary(ReportRun run, CiEnvironment environment, Func<string> text)
    {
        if (environment.SummaryFile is { } summary)
        {
            run.Try(summary, path => SharedFile.Append(path, text()));
        }
    }
}
