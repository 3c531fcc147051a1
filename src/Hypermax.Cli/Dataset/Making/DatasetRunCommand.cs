using System.CommandLine;
using Hypermax.SearchFile;
using Hypermax.Usage;

namespace Hypermax.Dataset.Making;

/// <summary>The verb <c>hypermax dataset run</c>: makes a data set by the protocol, from a configuration; goes on where it stopped.</summary>
internal static class DatasetRunCommand
{
    private const int Most = 1_000_000;

    public static Command Create()
    {
        Option<int?> rows = new Option<int?>("--rows")
        {
            Description = "How many trials each of the three random stages has: 1000 where nobody says, 100 for up to three parameters.",
        }.Within(1, Most);
        Option<int> cherry = new Option<int>("--cherry") { Description = "How many trials the optimiser has at the end.", DefaultValueFactory = _ => 150 }
            .Within(1, Most);
        Option<string> method = new("--method", "-m") { Description = "The optimiser of the last stage.", DefaultValueFactory = _ => "tpe" };
        Command command = new(
            "run",
            "Searches a configuration by the protocol of the public data set: random over the full space, twice within the ranges of the best tenth, "
            + "then an optimiser. The same call goes on where it stopped.")
        {
            rows, cherry, method,
        };
        command.AddRule(result => result.GetValue(method) is { } name ? DatasetProtocol.Refusal(name) : null);
        return SearchCommand.Complete(command, (options, parsed) =>
        {
            DatasetProtocol protocol = new(
                parsed.GetValue(rows) ?? DatasetProtocol.RowsFor(options.File), parsed.GetValue(cherry), parsed.GetRequiredValue(method));
            return options with { Properties = [.. protocol.Properties, .. options.Properties] };
        });
    }
}
