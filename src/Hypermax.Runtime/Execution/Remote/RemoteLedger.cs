using Hypermax.Execution.Command;
using Hypermax.Settings;

namespace Hypermax.Execution.Remote;

/// <summary>The options of commands on other machines, besides the command and the hosts.</summary>
internal static class RemoteLedger
{
    public static OptionLedger<RemoteSpec> Options { get; } = new(
        "commands on other machines",
        new Option<RemoteSpec, string>(
            "CopyFrom",
            Rules.Text,
            o => o.Copy?.From,
            (o, v) => o with { Copy = new RemoteCopy(v, o.Copy?.To ?? string.Empty) },
            "a folder here that is copied to every host before the first trial; with copyTo") { Unset = "none" },
        new Option<RemoteSpec, string>(
            "CopyTo",
            Rules.Text,
            o => o.Copy?.To,
            (o, v) => o with { Copy = new RemoteCopy(o.Copy?.From ?? string.Empty, v) },
            "the folder there that it is copied to; made if it does not exist") { Unset = "none" },
        new Option<RemoteSpec, string>("Ssh", Rules.Text, o => o.Ssh, (o, v) => o with { Ssh = v }, "the ssh client: a path or a name"),
        new Option<RemoteSpec, string>(
            "SshOptions",
            Rules.TextThat("options with quotes closed, as a shell reads them", IsLine),
            _ => null,
            (o, v) => o with { SshOptions = [.. CommandLine.Split(v), .. o.SshOptions] },
            "options of the ssh client, which count before the usual ones: -T, BatchMode=yes, ConnectTimeout=10, ServerAliveInterval=5, "
            + "ServerAliveCountMax=3") { Unset = "none" },
        new Option<RemoteSpec, bool>(
            "Nested",
            Rules.Flag,
            o => o.IsNested,
            (o, v) => o with { IsNested = v },
            "whether the JSON has an object for every segment of a name rather than one key for the whole",
            nameof(RemoteSpec.IsNested)));

    public static void CheckTogether(RemoteSpec spec, Violations found)
    {
        if (spec.Copy is { } copy)
        {
            found.Require(copy.From.Length > 0, "copyTo", copy.To, "needs 'copyFrom', the folder here that is copied there", "Give both or none.");
            found.Require(copy.To.Length > 0, "copyFrom", copy.From, "needs 'copyTo', the folder on the hosts", "Give both or none.");
        }
    }

    private static bool IsLine(string text)
    {
        try
        {
            return CommandLine.Split(text).Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
