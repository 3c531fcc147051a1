using System.Globalization;
using System.Text;
using Hypermax.Analysis.Constraints;
using Hypermax.Analysis.Findings;
using Hypermax.Errors;
using Hypermax.Fronts.Choosing;
using Hypermax.Html;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Summary;

namespace Hypermax.Markdown;

/// <summary>Writes <c>report.md</c>: what one wants to see in a pull request or a CI summary, on one screen.</summary>
internal static class MarkdownReportWriter
{
    private const int MessageLength = 160;
    private const int PointLength = 200;

    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="data">The study.</param>
    /// <param name="summary">Its figures.</param>
    /// <param name="findings">What its trials say about the space.</param>
    /// <param name="options">What else to say.</param>
    public static void Write(Stream stream, StudyData data, StudySummary summary, IReadOnlyList<Finding> findings, ReportOptions options)
    {
        using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        WriteFacts(text, data, summary, options);
        WriteBest(text, data, options.Chosen?.Trial ?? summary.Best);
        WriteFindings(text, findings);
        WriteConstraints(text, data);
        WriteTop(text, data);
        WriteFailures(text, summary);
        WriteProposals(text, data);
        foreach (string note in options.Notes)
        {
            text.WriteLine();
            text.WriteLine($"> {MarkdownText.Plain(note)}");
        }
    }

    private static void WriteFacts(TextWriter text, StudyData data, StudySummary summary, ReportOptions options)
    {
        string name = MarkdownText.Plain(data.Header.Name);
        TrialRecord? chosen = options.Chosen?.Trial ?? summary.Best;
        text.WriteLine(data.HasFront && chosen is not null
            ? $"# {name}: {MarkdownText.Plain(FigureText.Of(data.Header, chosen, "G4"))}"
            : summary.Best is { } best ? FormattableString.Invariant($"# {name}: {data.ValueName} {Words.Number(best.Value)}")
            : data.Complete.Count > 0 ? $"# {name}: no trial keeps all constraints"
            : $"# {name}: no complete trial yet");
        text.WriteLine();
        text.WriteLine("| | |");
        text.WriteLine("| --- | --- |");
        if (data.HasFront && chosen is not null)
        {
            for (int i = 0; i < chosen.Values.Count; i++)
            {
                Row(
                    text,
                    MarkdownText.Plain(data.Header.ObjectiveName(i)),
                    FormattableString.Invariant($"{Words.Number(chosen.Values[i])} (trial {chosen.Number}, {options.Chosen?.Choice ?? FrontChoice.Knee}, ")
                    + $"{(data.Header.Directions[i] == Direction.Maximize ? "larger" : "smaller")} is better)");
            }
        }
        else if (summary.Best is { } trial)
        {
            Row(
                text,
                $"best {data.ValueName}",
                FormattableString.Invariant(
                    $"{Words.Number(trial.Value)} (trial {trial.Number}, {(data.Direction == Direction.Maximize ? "larger" : "smaller")} is better)"));
            foreach ((string metric, double value) in trial.Outcome!.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            {
                Row(text, MarkdownText.Plain(metric), Words.Number(value));
            }
        }

        if (summary.Front.Count > 0)
        {
            Row(
                text,
                "Pareto front",
                FormattableString.Invariant($"{Counted.Of(summary.Front.Count, "trial")} that no other beats in all objectives: ")
                + FormattableString.Invariant($"{Words.Shorten(string.Join(", ", summary.Front.Select(trial => trial.Number)), MessageLength)}"));
        }

        Row(text, "trials", summary.Counts(options.IsRunning));
        if (summary.TrialTime > TimeSpan.Zero)
        {
            Row(text, "time", $"{Words.Time(summary.Elapsed)}, median trial {Words.Time(summary.MedianTrial)}");
        }

        Row(text, "method", FormattableString.Invariant($"{MarkdownText.Plain(data.Header.Method)}, seed {data.Header.Seed}"));
        if (options.IsRunning || options.EndedBy is not null)
        {
            Row(text, options.IsRunning ? "state" : "ended by", options.IsRunning ? "still running" : MarkdownText.Plain(options.EndedBy!));
        }
    }

    private static void WriteProposals(TextWriter text, StudyData data)
    {
        IReadOnlyList<ProposalGroup> groups = ProposalGroup.Of(data);
        if (groups.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine("## Which method proposed what");
        text.WriteLine();
        foreach (ProposalGroup group in groups)
        {
            text.WriteLine($"- {MarkdownText.Plain(group.ToString())}");
        }
    }

    private static void WriteBest(TextWriter text, StudyData data, TrialRecord? shown)
    {
        if (shown is not { } best)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine(data.HasFront ? FormattableString.Invariant($"## Values of trial {best.Number}") : "## Best values");
        text.WriteLine();
        text.WriteLine("| parameter | value | range |");
        text.WriteLine("| --- | --- | --- |");
        for (int i = 0; i < data.Space.Count; i++)
        {
            Parameter parameter = data.Space.Parameters[i];
            if (best.Point.Has(i))
            {
                text.WriteLine(
                    $"| {MarkdownText.Code(parameter.Name)} | {MarkdownText.Code(Words.Value(parameter, best.Point[i]))} | "
                    + $"{MarkdownText.Plain(Words.Range(parameter))} |");
            }
        }
    }

    private static void WriteFindings(TextWriter text, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine("## What the trials say");
        text.WriteLine();
        foreach (Finding finding in findings)
        {
            string suggestion = finding.Suggestion is { } given ? $" *{MarkdownText.Plain(given)}*" : string.Empty;
            text.WriteLine($"- **{MarkdownText.Plain(finding.Statement)}** {MarkdownText.Plain(finding.Evidence)}{suggestion}");
        }
    }

    private static void WriteTop(TextWriter text, StudyData data)
    {
        IReadOnlyList<TrialRecord> top = data.BestTrials(5);
        if (top.Count < 2)
        {
            return;
        }

        text.WriteLine();
        int objectives = data.Header.Directions.Count;
        text.WriteLine(data.HasFront ? "## Trials of the front" : "## Best trials");
        text.WriteLine();
        string heads = string.Join(" | ", Enumerable.Range(0, objectives).Select(i => MarkdownText.Plain(data.ObjectiveTitle(i))));
        text.WriteLine($"| trial | {heads} | time | values |");
        text.WriteLine($"| ---: | {string.Concat(Enumerable.Repeat("---: | ", objectives))}---: | --- |");
        foreach (TrialRecord trial in top)
        {
            string number = trial.Number.ToString(CultureInfo.InvariantCulture);
            text.WriteLine(
                $"| {number} | {string.Join(" | ", trial.Values.Select(Words.Number))} | {Words.Time(trial.Duration)} | "
                + $"{MarkdownText.Code(Words.Shorten(Words.Point(data.Space, trial.Point), PointLength))} |");
        }
    }

    private static void WriteConstraints(TextWriter text, StudyData data)
    {
        IReadOnlyList<ConstraintEffect> effects = ConstraintEffect.Of(data);
        if (effects.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine("## Constraints");
        text.WriteLine();
        text.WriteLine("| constraint | kept | what another bound would give |");
        text.WriteLine("| --- | ---: | --- |");
        foreach (ConstraintEffect effect in effects)
        {
            string steps = string.Join("; ", ConstraintsSection.Steps(data, effect)) is { Length: > 0 } given ? given : "nothing better";
            string kept = FormattableString.Invariant($"{effect.Kept} of {effect.Kept + effect.Broken}");
            text.WriteLine($"| {MarkdownText.Plain(effect.Constraint.ToString())} | {kept} | {MarkdownText.Plain(steps)} |");
        }
    }

    private static void WriteFailures(TextWriter text, StudySummary summary)
    {
        if (summary.Failures.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine("## Failures");
        text.WriteLine();
        text.WriteLine("| kind | trials | first |");
        text.WriteLine("| --- | ---: | --- |");
        foreach (FailureGroup group in summary.Failures)
        {
            string message = Words.Shorten(group.First.Outcome?.Message ?? string.Empty, MessageLength);
            text.WriteLine(
                FormattableString.Invariant($"| {Words.Failure(group.Kind)} | {group.Count} | trial {group.First.Number}: {MarkdownText.Plain(message)} |"));
        }
    }

    private static void Row(TextWriter text, string name, string value) => text.WriteLine($"| {name} | {value} |");
}
