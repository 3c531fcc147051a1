using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>Which trial of a front becomes the tuned values.</summary>
/// <remarks>Immutable. Of trials that are equally good the one with the smallest number is chosen.</remarks>
internal abstract class FrontChoice
{
    /// <summary>The word for the knee.</summary>
    public const string Knee = "knee";

    /// <summary>Gets the choice in the one form that files have.</summary>
    public abstract string Text { get; }

    /// <summary>Chooses a trial.</summary>
    /// <param name="front">The front, by number; at least one trial.</param>
    /// <param name="study">The study.</param>
    /// <param name="trials">All trials of the study.</param>
    /// <exception cref="ChoiceException">No trial is what was asked for; the message says what there is.</exception>
    public abstract TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials);

    /// <summary>Reads a choice.</summary>
    /// <param name="text">The text, such as <c>knee</c>, <c>0.7*Error + 0.3*Time</c>, <c>Latency &lt;= 20</c> or <c>17</c>.</param>
    /// <param name="objectives">The names of the objectives.</param>
    /// <param name="constraints">The names of the constraints, which limits may be about too.</param>
    /// <exception cref="ChoiceException">The text cannot be understood, or names what is neither.</exception>
    public static FrontChoice Parse(string text, IReadOnlyList<string> objectives, IEnumerable<string> constraints) =>
        ChoiceText.Parse(text, objectives, [.. constraints]);

    /// <summary>Gets the row of the smallest figure, the first of equals.</summary>
    protected static int Least(int count, Func<int, double> figure)
    {
        int least = 0;
        for (int row = 1; row < count; row++)
        {
            least = figure(row) < figure(least) ? row : least;
        }

        return least;
    }
}
