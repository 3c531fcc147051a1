using System.Diagnostics;
using System.Text.RegularExpressions;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Api;

/// <summary>What the guide to the API tells people to type prints what stands there.</summary>
public sealed class ApiGuideTests
{
    private const string Mark = "=== next";

    [ShellFact("curl", "jq")]
    public async Task Guide_TypedInItsOrder_PrintsWhatItSays()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts, pathBase: "/tuning");
        TestStudies.Forest(Path.Combine(server.Folder, "forest"));
        string page = await File.ReadAllTextAsync(PathOf("docs/guide/dashboard-api.md"));
        MatchCollection blocks = Regex.Matches(page, @"```sh\n(?<typed>.*?)```\n\n```(json|text)\n(?<printed>.*?)```", RegexOptions.Singleline);

        string[] printed = (await RunAsync(string.Join($"echo '{Mark}'\n", blocks.Select(block => block.Groups["typed"].Value)), server)).Split(Mark + "\n");

        Assert.Equal(Regex.Count(page, "```sh\n"), blocks.Count);
        Assert.Equal(blocks.Count, printed.Length);
        foreach ((Match block, string text) in blocks.Zip(printed).Reverse())
        {
            Group old = block.Groups["printed"];
            page = page.Remove(old.Index, old.Length).Insert(old.Index, text);
        }

        Golden.VerifyFile(page, PathOf("docs/guide/dashboard-api.md"));
    }

    private static async Task<string> RunAsync(string script, TestServer server)
    {
        ProcessStartInfo start = new("bash", ["-e", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateDirectory(Path.Combine(server.Folder, "typed")).FullName,
        };
        start.Environment["server"] = server.Address;
        using Process shell = Process.Start(start)!;
        Task<string> errors = shell.StandardError.ReadToEndAsync();
        string printed = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"The shell ended with {shell.ExitCode} after:\n{printed}\n{await errors}");
        return printed;
    }

    private static string PathOf(string path, [System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../..", path);
}
