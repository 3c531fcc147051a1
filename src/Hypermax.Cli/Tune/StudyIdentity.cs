using Hypermax.Storage;

namespace Hypermax.Tune;

/// <summary>What a study cannot change when it is gone on with, besides what the study itself compares: its space, format and loss.</summary>
internal static class StudyIdentity
{
    /// <summary>Finds what would make trials that do not belong together.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="seedSource">What the seed was said by, in the words of the user.</param>
    /// <returns>The difference with its remedy, or null when there is none.</returns>
    public static string? Difference(StudyHeader header, StudyOptions options, string seedSource)
    {
        if (header.Directions[0] != options.Direction)
        {
            return $"Study '{header.Name}' was searched with direction {header.Directions[0]}, but now it is {options.Direction}; the direction of a study is fixed. Undo the change, or begin afresh with HypertuneForce=true, which keeps the old trials in an archive.";
        }

        return header.Seed == options.Seed
            ? null
            : FormattableString.Invariant($"Study '{header.Name}' was begun with seed {header.Seed}, but {seedSource} now says {options.Seed}; the seed of a study is fixed, so that it repeats. Go back to {header.Seed}, or begin afresh with HypertuneForce=true, which keeps the old trials in an archive.");
    }
}
