using System.CommandLine;
using Hypermax.SearchFile;

namespace Hypermax.Dataset.Making;

/// <summary>The verb <c>hypermax dataset run</c>: makes a data set by the protocol, from a configuration; goes on where it stopped.</summary>
internal static class DatasetRunCommand
{
    public static Command Create()
    {
        Option<int?> rows = new("--rows")
        {
            Description = "How many trials each of the three random stages has: 1000 where nobody says, 100 for up to three parameters.",
        };
        Option<int> cherry = new("--cherry") { Description = "How many trials the optimiser has at the end.", DefaultValueFactory = _ => 150 };
        Option<string> method = new("--method", "-m") { Description = "The optimiser of the last stage.", DefaultValueFactory = _ => "tpe" };
        Command command = new(
            "run",
            "Searches a configuration by the protocol of the public data set: random over the full space, twice within the ranges of the best tenth, "
            + "then an optimiser. The same call goes on where it stopped.")
        {
            rows, cherry, method,
        };
        rows.Validators.Add(result => Check(result.GetValue(rows), "--rows", result.AddError));
        cherry.Validators.Add(result => Check(result.GetValue(cherry), "--cherry", result.AddError));
        method.Validators.Add(result =>
        {
            if (DatasetProtocol.Refusal(result.GetValue(method) ?? string.Empty) is { } refusal)
            {
                result.AddError(refusal);
            }
        });
        return SearchCommand.Complete(command, (options, parsed) =>
        {
            DatasetProtocol protocol = new(
                parsed.GetValue(rows) ?? DatasetProtocol.RowsFor(options.File), parsed.GetValue(cherry), parsed.GetRequiredValue(method));
            return options with { Properties = [.. protocol.Properties, .. options.Properties] };
        });
    }

    private static void Check(int? count, string option, Action<string> addError)
    {
        if (count is < 1 or > 1_000_000)
        {
            addError(FormattableString.Invariant($"{option} is {count}; it is a whole number from 1 to 1000000."));
        }
    }
}
