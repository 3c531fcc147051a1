using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Hypermax.TestSupport;

/// <summary>Compares text with a verified file beside the test; stands in for Verify and keeps its file names.</summary>
public static class Golden
{
    private static readonly bool Accept =
        Environment.GetEnvironmentVariable("HYPERMAX_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null;

    /// <summary>Fails unless the text equals the verified file; writes the received text beside it.</summary>
    public static void Verify(
        string actual, string extension = "txt", string? variant = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(variant is null ? string.Empty : $"_{variant}")}";
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "Golden")).FullName;
        Compare(actual, name, Path.Combine(folder, $"{name}.verified.{extension}"), Path.Combine(folder, $"{name}.received.{extension}"));
    }

    /// <summary>Fails unless the text equals a file that people read or that is built: one that follows from code and is written by this test.</summary>
    public static void VerifyFile(string actual, string path) => Compare(actual, Path.GetFileName(path), path, path + ".received");

    private static void Compare(string actual, string name, string verified, string received)
    {
        string? expected = File.Exists(verified) ? Canonical(File.ReadAllText(verified)) : null;
        actual = Canonical(actual);
        File.Delete(received);
        if (expected == actual)
        {
            return;
        }

        File.WriteAllText(Accept ? verified : received, actual);
        if (!Accept)
        {
            throw new XunitException($"""
                Golden file mismatch in {name}: {(expected is null ? "nothing verified yet" : FirstDifference(expected, actual))}
                  verified: {verified}
                  received: {received}
                Intended? Run again with HYPERMAX_ACCEPT=1 and review the difference before committing.
                """);
        }
    }

    private static string Canonical(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        (string[] left, string[] right) = (expected.Split('\n'), actual.Split('\n'));
        int row = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"line {row + 1}: expected «{left.ElementAtOrDefault(row)}», got «{right.ElementAtOrDefault(row)}»";
    }
}
