using Hypermax.Folder;
using Hypermax.Tables;
using Hypermax.Ui.Live;

namespace Hypermax.Ui.Views;

/// <summary>The trials that a table shows, in its order.</summary>
internal static class TrialRows
{
    /// <summary>Gets the rows of the screen that is shown; none but an error where the filter makes no sense.</summary>
    public static (TrialTable Table, IReadOnlyList<TrialRecord> Rows, string? Error) Of(UiModel model, UiState state)
    {
        TrialTable table = new(model.Header, model.Data.Trials);
        string[] filters =
        [
            .. state.Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            .. state.Screen == UiScreen.Failed ? ["status=fail"] : Array.Empty<string>(),
        ];
        try
        {
            return (table, table.Select(filters, state.Sort, state.IsDescending), null);
        }
        catch (FormatException error)
        {
            return (table, [], error.Message);
        }
    }
}
