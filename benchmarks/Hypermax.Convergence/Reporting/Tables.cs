using System.Globalization;
using System.Text;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Running;

namespace Hypermax.Convergence.Reporting;

/// <summary>Writes results as Markdown tables.</summary>
internal static class Tables
{
    // Two means of log10 regret that differ by less than this are a tie: 12 % of the regret.
    private const double Tie = 0.05;

    /// <summary>Gets the summary over problems: mean rank, regret and time.</summary>
    public static string Summary(Results results)
    {
        StringBuilder text = new();
        text.Append("| method |")
            .AppendJoin("|", results.Marks.Select(m => $" rank@{m} "))
            .Append('|')
            .AppendJoin("|", results.Marks.Select(m => $" regret@{m} "))
            .AppendLine("| ms/ask |");
        text.Append("| --- |").AppendJoin("|", Enumerable.Repeat(" ---: ", (2 * results.Marks.Count) + 1)).AppendLine("|");
        foreach (string method in results.Methods)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {method} |");
            foreach (int mark in results.Marks)
            {
                text.Append(CultureInfo.InvariantCulture, $" {results.Problems.Average(p => results.Rank(method, p, mark)):0.00} |");
            }

            foreach (int mark in results.Marks)
            {
                text.Append(CultureInfo.InvariantCulture, $" {Geometric(results, method, results.Problems, mark):0.0000} |");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $" {results.Milliseconds(method):0.00} |");
        }

        return text.ToString();
    }

    /// <summary>Gets how each method compares with one of them at each mark: problems better and worse, a paired test over problems,
    /// the family where it is furthest behind.</summary>
    public static string Against(Results results, string reference)
    {
        StringBuilder text = new();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Against {reference}: share of {results.Problems.Count} problems better / worse (means of {results.Seeds} seeds further apart than 12 %), "
            + $"p of a paired test over problems, the group where it is furthest behind and how many times the regret is there.").AppendLine();
        text.Append("| method |").AppendJoin("|", results.Marks.Select(m => $" @{m} ")).AppendLine("|");
        text.Append("| --- |").AppendJoin("|", results.Marks.Select(_ => " --- ")).AppendLine("|");
        foreach (string method in results.Methods.Where(method => method != reference))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {method} |");
            foreach (int mark in results.Marks)
            {
                double[] gains = [.. results.Problems.Select(p => results.Log(method, p, mark) - results.Log(reference, p, mark))];
                (string group, double behind) = results.Problems.GroupBy(p => p.Group)
                    .Select(g => (g.Key, g.Average(p => results.Log(method, p, mark) - results.Log(reference, p, mark)))).MaxBy(item => item.Item2);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {100.0 * gains.Count(g => g < -Tie) / gains.Length:0} / {100.0 * gains.Count(g => g > Tie) / gains.Length:0} %, "
                    + $"p {PairedTest.Wilcoxon(gains):0.000}, {group} ×{Math.Pow(10, behind):0.00} |");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>Gets the regret on each group of problems.</summary>
    public static string ByGroup(Results results, int mark)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Regret after {mark} trials, geometric mean over the problems of a group and {results.Seeds} seeds.")
            .AppendLine();
        text.Append("| group | problems |").AppendJoin("|", results.Methods.Select(m => $" {m} ")).AppendLine("|");
        text.Append("| --- | ---: |").AppendJoin("|", Enumerable.Repeat(" ---: ", results.Methods.Count)).AppendLine("|");
        foreach (IGrouping<string, Problem> group in results.Problems.GroupBy(p => p.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} |")
                .AppendJoin(
                    "|", results.Methods.Select(m => string.Create(CultureInfo.InvariantCulture, $" {Geometric(results, m, [.. group], mark):0.0000} ")))
                .AppendLine("|");
        }

        return text.ToString();
    }

    /// <summary>Gets the geometric mean of the regret on each problem, with a star where a paired test finds a difference from the first method.</summary>
    public static string ByProblem(Results results, int mark)
    {
        StringBuilder text = new();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Regret after {mark} trials, geometric mean of {results.Seeds} seeds; * differs from {results.Methods[0]} with p < 0.01 (Wilcoxon, paired).")
            .AppendLine();
        text.Append("| problem | group |").AppendJoin("|", results.Methods.Select(m => $" {m} ")).AppendLine("|");
        text.Append("| --- | --- |").AppendJoin("|", Enumerable.Repeat(" ---: ", results.Methods.Count)).AppendLine("|");
        foreach (Problem problem in results.Problems)
        {
            double[] first = results.Logs(results.Methods[0], problem, mark);
            text.Append(CultureInfo.InvariantCulture, $"| {problem.Name} | {problem.Group} |");
            foreach (string method in results.Methods)
            {
                double[] logs = results.Logs(method, problem, mark);
                bool differs = PairedTest.Wilcoxon(logs.Zip(first, (a, b) => a - b)) < 0.01;
                text.Append(CultureInfo.InvariantCulture, $" {Math.Pow(10, logs.Average()):0.0000}{(differs ? "*" : string.Empty)} |");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static double Geometric(Results results, string method, IReadOnlyList<Problem> problems, int mark) =>
        Math.Pow(10, problems.Average(p => results.Log(method, p, mark)));
}
