using Hypermax.Build.Protocol;

namespace Hypermax.Search;

/// <summary>What every verb that searches does around its search.</summary>
internal static class SearchVerb
{
    /// <summary>Runs a search to an exit code, whatever it throws.</summary>
    /// <param name="run">The search.</param>
    /// <param name="lines">Takes the error.</param>
    /// <param name="details">Takes what belongs into a report of the problem.</param>
    /// <param name="stop">Ends the search early.</param>
    public static async Task<int> GuardAsync(Func<CancellationToken, Task<int>> run, SearchLines lines, TextWriter details, CancellationToken stop)
    {
        try
        {
            return await run(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception error)
        {
            // Ours, not the user's.
            details.WriteLine(error);
            string first = TrialText.FirstLine(error.Message);
            lines.Say(
                BuildRules.EndedUnexpectedly,
                $"The search ended unexpectedly: {error.GetType().Name}: {first} Finished trials are kept; run it again to go on.");
            return ExitCodes.Internal;
        }
    }
}
