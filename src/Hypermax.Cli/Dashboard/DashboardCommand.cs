using System.CommandLine;
using Hypermax.Dashboard.Serving;
using Hypermax.Folder;
using Hypermax.PostgreSql;
using Hypermax.Reports;
using Hypermax.Settings;
using Hypermax.Stores;
using Hypermax.Usage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Hypermax.Dashboard;

/// <summary>The verb <c>hypermax dashboard</c>: serves pages over the studies of some folders and databases.</summary>
internal static class DashboardCommand
{
    public static Command Create()
    {
        Argument<string[]> folders = new("folder")
        {
            Description = "Folders whose studies are shown, with those below; by default the current one, and none where a store is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string[]> stores = new("--store")
        {
            Description = "A database whose studies are shown, as postgres://user@host:port/database; also the folder of a store.",
        };
        Option<string[]> studies = new("--study") { Description = "The name of a study in the databases; by default all are shown." };
        Option<int> port = new Option<int>("--port") { Description = "The port; 0 for one that is free.", DefaultValueFactory = _ => 8650 }
            .Within(0, ushort.MaxValue);

        Option<string> host = new("--host")
        {
            Description = "The address to listen at; * for all, which needs accounts.",
            DefaultValueFactory = _ => "localhost",
        };
        Option<string> pathBase = new("--path-base")
        {
            Description = "The path below which the pages lie, behind a proxy.",
            DefaultValueFactory = _ => string.Empty,
        };
        Option<string[]> allowed = new("--allow-host") { Description = "A name by which browsers may call the server, such as that of a proxy." };
        Option<bool> noOpen = new("--no-open") { Description = "Opens no browser." };
        Option<bool> readOnly = new("--read-only") { Description = "Nobody may steer." };
        Option<bool> allowRun = new("--allow-run")
        {
            Description = "Whoever may steer may also start the search.json files and the built projects of these folders.",
        };
        Option<FileInfo?> passwords = new("--password-file") { Description = "The file of accounts, written by 'hypermax dashboard account'." };
        Option<FileInfo?> certificate = new("--cert") { Description = "A certificate, PEM or PKCS#12, for HTTPS." };
        Option<FileInfo?> key = new("--key") { Description = "The key of the certificate, where it lies apart." };
        Option<int> depth = new Option<int>("--depth") { Description = "How many levels below the folders are looked at.", DefaultValueFactory = _ => 6 }
            .Within(0, 100);

        Command command = new("dashboard", "Serves pages over the studies of folders and databases: live charts, trials, notes, and ways to steer searches.")
        {
            folders, stores, studies, port, host, pathBase, allowed, noOpen, readOnly, allowRun, passwords, certificate, key, depth, AccountCommand.Create(),
        };
        command.AddRule(result => result.GetValue(studies) is { Length: > 0 } && (result.GetValue(stores) ?? []).All(StoreText.IsFolder)
            ? "--study names studies of a database, and no --store names one. Name it as postgres://user@host/database, or leave --study out."
            : null);
        command.AddRule(result => result.IsGiven(key) && !result.IsGiven(certificate)
            ? "--key is the key of a certificate, and --cert names none. Name it, or leave --key out."
            : null);
        command.AddRule(result => result.GetValue(readOnly) && result.GetValue(allowRun)
            ? "--read-only lets nobody steer, and --allow-run lets those start searches who may. Leave one of them out."
            : null);
        command.SetAction((parsed, cancellation) =>
        {
            string[] named = parsed.GetValue(stores) ?? [];
            string[] databases = [.. named.Where(store => !StoreText.IsFolder(store))];
            string[] given = [.. parsed.GetValue(folders) ?? [], .. named.Where(StoreText.IsFolder)];
            given = given.Length == 0 && databases.Length == 0 ? ["."] : given;
            ServerOptions server = new()
            {
                Host = parsed.GetRequiredValue(host),
                Port = parsed.GetValue(port),
                PathBase = parsed.GetRequiredValue(pathBase),
                Certificate = parsed.GetValue(certificate)?.FullName,
                Key = parsed.GetValue(key)?.FullName,
                AllowedHosts = parsed.GetValue(allowed) ?? [],
                Configure = options =>
                {
                    Array.ForEach(given, folder => options.Folders.Add(Path.GetFullPath(folder)));
                    Array.ForEach(databases, database => options.Sources.Add(new PostgresStudies(database, parsed.GetValue(studies) ?? [])));
                    options.MarkOf = folder => StoreMark.Read(folder) is { } mark ? (mark.OpenAddress, mark.Study) : null;
                    options.OpenStore = store => new PostgresStudies(store);
                    options.Depth = parsed.GetValue(depth);
                    options.IsReadOnly = parsed.GetValue(readOnly);
                    options.PasswordFile = parsed.GetValue(passwords)?.FullName;
                    options.Run = parsed.GetValue(allowRun) ? SearchStart.Run : null;
                },
            };
            return RunAsync(server, given, databases, parsed.GetValue(noOpen), Console.Out, Console.Error, cancellation);
        });
        return command;
    }

    internal static async Task<int> RunAsync(
        ServerOptions server,
        IReadOnlyList<string> folders,
        IReadOnlyList<string> databases,
        bool noOpen,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation)
    {
        if (folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            string what = File.Exists(missing) ? "is a file, not a folder" : "is no folder";
            await errors.WriteLineAsync($"error: '{missing}' {what}. Name folders that hold studies, or will.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        WebApplication? app = null;
        int made = Folders.Try(errors, () =>
        {
            SeenPassword.Warn(databases, errors);
            app = DashboardServer.Start(server);
            return ExitCodes.Done;
        });
        if (made != ExitCodes.Done || app is null)
        {
            return made;
        }

        await using (app.ConfigureAwait(false))
        {
            string address = DashboardServer.AddressOf(app, server);
            await output.WriteLineAsync(address).ConfigureAwait(false);
            if (!noOpen && !OpenCommand.Start(address))
            {
                await errors.WriteLineAsync("The system has no program to open it with; open the address by hand.").ConfigureAwait(false);
            }

            await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }
}
