using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Errors;
using Hypermax.Sampling;
using Hypermax.Settings;
using Hypermax.Spaces;

namespace Hypermax.Dataset.Making;

/// <summary>The protocol of the public data set: random over the full space, twice within the ranges of the best tenth, then an optimiser.</summary>
/// <param name="Rows">How many trials each of the three random stages has.</param>
/// <param name="Cherry">How many trials the optimiser has.</param>
/// <param name="Method">The optimiser.</param>
internal sealed record DatasetProtocol(int Rows, int Cherry, string Method)
{
    private const int UsualRows = 1000;
    private const int RowsOfSmallSpace = 100;
    private const int SmallSpace = 3;

    /// <summary>Gets how many trials the whole search has.</summary>
    public int Trials => (3 * Rows) + Cherry;

    /// <summary>Gets the stages, as settings have them.</summary>
    public string Stages => FormattableString.Invariant(
        $"full: random {Rows}; narrowed: random {Rows} narrow 10% of full; again: random {Rows} narrow 10% of narrowed; cherry: {Method} {Cherry}");

    /// <summary>Gets the properties that make a search follow the protocol, whatever else its configuration says of method and end.</summary>
    public IReadOnlyList<string> Properties =>
    [
        $"{StudySettings.Stages.Property}={Stages}",
        FormattableString.Invariant($"{StudySettings.Trials.Property}={Trials}"),
        $"{StudySettings.Method.Property}=random",
        $"{StudySettings.Patience.Property}={Setting.None}",
        $"{StudySettings.Target.Property}={Setting.None}",
        $"{StudySettings.Pruner.Property}={Setting.None}",
    ];

    /// <summary>Gets how many trials a random stage has where nobody says: fewer where the space has two or three parameters alone.</summary>
    /// <param name="file">The configuration.</param>
    public static int RowsFor(string file)
    {
        try
        {
            return ConfigReader.Read(file, new FaultList())?.Space is { } space
                && new SpaceGeometry(space).Dimensions.Count(dimension => dimension.LevelCount != 1) <= SmallSpace
                ? RowsOfSmallSpace
                : UsualRows;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The search says so.
            return UsualRows;
        }
    }

    /// <summary>Says what is wrong with the name of an optimiser; null where nothing is.</summary>
    public static string? Refusal(string method) => Samplers.Names.Contains(method, StringComparer.Ordinal) && method != "random"
        ? null
        : $"The optimiser of the last stage is '{method}'; it is one of {string.Join(", ", Samplers.Names.Where(name => name != "random"))}. "
            + $"{NearestName.Hint(method, Samplers.Names.Where(name => name != "random"))}Correct --method.";
}
