using System.Globalization;
using System.Text;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Running;

namespace Hypermax.Convergence.Reporting;

/// <summary>Writes results as Markdown tables.</summary>
internal static class Tables
{
    /// <summary>Gets the summary over problems: regret, mean rank and time.</summary>
    public static string Summary(Results results)
    {
        StringBuilder text = new();
        text.Append("| method |").AppendJoin("|", results.Marks.Select(m => $" regret@{m} ")).Append('|').AppendJoin("|", results.Marks.Select(m => $" rank@{m} ")).AppendLine("| ms/ask |");
        text.Append("| --- |").AppendJoin("|", Enumerable.Repeat(" ---: ", (2 * results.Marks.Count) + 1)).AppendLine("|");
        foreach (string method in results.Methods)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {method} |");
            foreach (int mark in results.Marks)
            {
                text.Append(CultureInfo.InvariantCulture, $" {Math.Pow(10, results.Problems.Average(p => results.Logs(method, p, mark).Average())):0.0000} |");
            }

            foreach (int mark in results.Marks)
            {
                text.Append(CultureInfo.InvariantCulture, $" {results.Problems.Average(p => Rank(results, method, p, mark)):0.00} |");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $" {results.Milliseconds(method):0.00} |");
        }

        return text.ToString();
    }

    /// <summary>Gets the geometric mean of the regret on each problem, with a star where a paired test finds a difference from the first method.</summary>
    public static string ByProblem(Results results, int mark)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Regret after {mark} trials, geometric mean of {results.Seeds} seeds; * differs from {results.Methods[0]} with p < 0.01 (Wilcoxon, paired).").AppendLine();
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

    private static double Rank(Results results, string method, Problem problem, int mark)
    {
        double own = results.Logs(method, problem, mark).Average();
        double[] all = [.. results.Methods.Select(other => results.Logs(other, problem, mark).Average())];
        return all.Count(v => v < own - 1e-9) + ((all.Count(v => Math.Abs(v - own) <= 1e-9) + 1) / 2.0);
    }
}
