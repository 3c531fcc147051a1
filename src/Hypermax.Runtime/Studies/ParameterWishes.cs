using Hypermax.Sampling;
using Hypermax.Sampling.Guided;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What people want of the parameters at one moment: of each, the last word counts.</summary>
/// <param name="Fixed">The parameters with a constant value in every proposal.</param>
/// <param name="Guidance">Those that are drawn afresh, and those that are learned anew.</param>
internal sealed record ParameterWishes(FixedValues Fixed, Guidance Guidance)
{
    /// <summary>Gets the parts of ranges in which parameters are proposed.</summary>
    public IReadOnlyList<ParameterRange> Ranges { get; init; } = [];

    /// <summary>Gets the wishes of those who have none.</summary>
    public static ParameterWishes None { get; } = new(FixedValues.None, Guidance.None);

    /// <summary>Reads the wishes from all that was told, oldest first; points to try are none of these.</summary>
    public static ParameterWishes Of(IEnumerable<Steering> told)
    {
        SortedDictionary<int, Steering> last = [];
        foreach (Steering steering in told)
        {
            _ = steering switch
            {
                Steering.Fix fix => last[fix.Parameter] = fix,
                Steering.Narrow narrow => last[narrow.Parameter] = narrow,
                Steering.Scramble scramble => last[scramble.Parameter] = scramble,
                Steering.Relearn relearn => last[relearn.Parameter] = relearn,
                Steering.Free free => last[free.Parameter] = free,
                _ => steering,
            };
        }

        return new ParameterWishes(
            last.Values.OfType<Steering.Fix>().Aggregate(FixedValues.None, (values, fix) => values.With(fix.Parameter, fix.Value)),
            new Guidance
            {
                Scrambled = [.. last.Values.OfType<Steering.Scramble>().Select(scramble => scramble.Parameter)],
                Relearned = [.. last.Values.OfType<Steering.Relearn>().Select(relearn => KeyValuePair.Create(relearn.Parameter, relearn.FromTrial))],
            })
        {
            Ranges = [.. last.Values.OfType<Steering.Narrow>().Select(narrow => new ParameterRange(narrow.Parameter, narrow.Low, narrow.High))],
        };
    }
}
