using System;
using System.Linq;

namespace Hypermax;

/// <summary>How the file with the tuned values of a study is called; for all that write, read and look for it.</summary>
internal static class TunedFileName
{
    /// <summary>What follows the stem.</summary>
    public const string Suffix = ".hypertune.json";

    private static readonly char[] Unsafe = [.. "<>:\"/\\|?*"];

    /// <summary>Gets the name of the file of a study.</summary>
    public static string Of(string study) => StemOf(study) + Suffix;

    /// <summary>Gets the name of a study in the form that every file system takes.</summary>
    public static string StemOf(string study) => string.Concat(study.Select(letter => letter < ' ' || Array.IndexOf(Unsafe, letter) >= 0 ? '_' : letter));
}
