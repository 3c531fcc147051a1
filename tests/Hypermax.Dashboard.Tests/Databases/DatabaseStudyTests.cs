using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Hypermax.Dashboard.Tests.Serving;
using Hypermax.PostgreSql;
using Hypermax.TestSupport;

namespace Hypermax.Dashboard.Tests.Databases;

/// <summary>What the server answers of studies in a real database: everything it answers of those in folders.</summary>
public sealed class DatabaseStudyTests
{
    private const string Secret = "open-sesame";
    private const string Forest = "Forest";

    [PostgresFact]
    public async Task Studies_OfADatabase_AreShownBesideThoseOfFolders()
    {
        string address = Databases.New(out _);
        Databases.Forest(address, Forest);
        Databases.Forest(address, "Other", 12);
        await using TestServer server = On(address);
        TestStudies.Forest(Path.Combine(server.Folder, "folder"), 20);

        JsonElement list = await server.JsonAsync("api/studies");

        Assert.Equal(["folder", $"Forest in {address}", $"Other in {address}"], list.GetProperty("studies").EnumerateArray().Select(Place));
        Assert.Equal([20, 40, 12], list.GetProperty("studies").EnumerateArray().Select(card => card.GetProperty("finished").GetInt32()));
        Assert.Empty(list.GetProperty("notices").EnumerateArray());
    }

    [PostgresFact]
    public async Task Studies_OfChosenNames_AreShownAloneAndMissingOnesNamed()
    {
        string address = Databases.New(out _);
        Databases.Forest(address, Forest);
        Databases.Forest(address, "Other");
        await using TestServer server = On(address, "Forest", "Late");

        JsonElement before = await server.JsonAsync("api/studies");
        Databases.Forest(address, "Late");
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 2);

        Assert.Equal([$"Forest in {address}"], before.GetProperty("studies").EnumerateArray().Select(Place));
        Assert.Equal($"Database {address} has no study 'Late' yet; it appears here when it begins.", Notice(before));
        Assert.Equal(string.Empty, Notice(await server.JsonAsync("api/studies")));
    }

    [PostgresFact]
    public async Task Folder_ThatSaysWhichDatabaseHasItsStudy_ShowsItWithTheLogsOfThisMachine()
    {
        using PostgresServer database = PostgresServer.Start();
        Databases.Forest(database.Address, Forest);
        await using TestServer server = new(options =>
        {
            options.MarkOf = folder => (database.Address, File.ReadAllText(Path.Combine(folder, "store.json")));
            options.OpenStore = address => new PostgresStudies(address);
        });
        Mark("mine", Forest);
        Mark("lost", "Removed");
        Directory.CreateDirectory(Path.Combine(server.Folder, "mine/logs"));
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "mine/logs/trial_3.txt"), "trained here");
        TestStudies.Forest(Path.Combine(server.Folder, "folder"), 20);

        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 2);
        JsonElement list = await server.JsonAsync("api/studies");
        string id = list.GetProperty("studies").EnumerateArray().Single(card => Place(card) != "folder").GetProperty("id").GetString()!;
        string log = await server.Client.GetStringAsync($"api/studies/{id}/trials/3/log");
        database.Stop();
        await Until(async () => Notice(await server.JsonAsync("api/studies")).Contains("cannot be reached", StringComparison.Ordinal));
        JsonElement away = await server.JsonAsync("api/studies");
        database.Go();

        Assert.Equal(
            ["folder", $"mine ({Forest} in {database.Address})"], list.GetProperty("studies").EnumerateArray().Select(Place).Order(StringComparer.Ordinal));
        Assert.Contains("'lost' says that its study is 'Removed' of a store that has none", Notice(list), StringComparison.Ordinal);
        Assert.Contains("trained here", log, StringComparison.Ordinal);
        Assert.Equal(2, away.GetProperty("studies").GetArrayLength());

        void Mark(string folder, string study)
        {
            Directory.CreateDirectory(Path.Combine(server.Folder, folder));
            File.WriteAllText(Path.Combine(server.Folder, folder, "store.json"), study);
        }
    }

    [PostgresFact]
    public async Task Pages_OfADatabaseStudy_HaveEverythingButLogs()
    {
        string address = Databases.New(out _);
        Databases.Forest(address, Forest);
        await using TestServer server = On(address);
        string id = await IdAsync(server);
        foreach (string path in new[] { "charts", "summary", "settings", "trials?count=10", "trials/3", "trials/3/log", "audit", "download/report.html" })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}/{path}")).StatusCode);
        }

        JsonElement study = await server.JsonAsync($"api/studies/{id}");
        JsonElement trial = await server.JsonAsync($"api/studies/{id}/trials/3");
        string table = await server.Client.GetStringAsync($"api/studies/{id}/download/results.csv");

        Assert.Equal(41, table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("ended", study.GetProperty("card").GetProperty("state").GetString());
        Assert.False(study.TryGetProperty("folder", out _));
        Assert.False(trial.GetProperty("hasLog").GetBoolean());
    }

    [PostgresFact]
    public async Task Command_OnThePageOfATrial_TypedAsItIs_HasThePointTriedAgain()
    {
        const string Name = "Bob's forest, 2nd";
        string address = Databases.New(out _);
        Databases.Forest(address, Name);
        await using TestServer server = On(address);
        string path = $"api/studies/{await IdAsync(server)}";
        string command = (await server.JsonAsync($"{path}/trials/3")).GetProperty("command").GetString()!;

        string hypermax = $"hypermax() {{ dotnet exec '{Processes.CommandProcess.PathOf("Command")}' \"$@\"; }}";
        using Process shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"{hypermax}; {command}"]) { RedirectStandardError = true })!;
        string errors = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, $"{command}: {errors}");
        JsonElement waiting = (await server.JsonAsync(path)).GetProperty("waiting");
        Assert.Equal(1, waiting.GetArrayLength());
    }

    [PostgresFact]
    public async Task News_OfAStudy_AreReadAloneAndWithinASecond()
    {
        string address = Databases.New(out string database);
        Databases.Forest(address, Forest, 40);
        await using TestServer server = On(address);
        string id = await IdAsync(server);
        using HttpResponseMessage events = await server.Client.GetAsync($"api/studies/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        await Until(async () => await FinishedAsync(server, id) == 40);

        // Whoever read them again would find none.
        Databases.Shared.Sql("delete from hypermax.record where seq < (select max(seq) from hypermax.record)", database);
        int seq = int.Parse(Databases.Shared.Sql("select max(seq) from hypermax.record", database), System.Globalization.CultureInfo.InvariantCulture);
        Copy(database, seq, 41);
        long written = Stopwatch.GetTimestamp();
        await Until(async () => await FinishedAsync(server, id) == 41);

        Assert.InRange(Stopwatch.GetElapsedTime(written).TotalSeconds, 0, Slack);
    }

    [PostgresFact]
    public async Task Server_AwayAndBack_IsToldAndFollowedAgainWithoutReadingAnew()
    {
        using PostgresServer database = PostgresServer.Start();
        Databases.Forest(database.Address, Forest, 40);
        await using TestServer server = On(database.Address);
        TestStudies.Forest(Path.Combine(server.Folder, "folder"), 20);
        string id = await IdAsync(server);
        using HttpResponseMessage events = await server.Client.GetAsync($"api/studies/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        await Until(async () => await FinishedAsync(server, id) == 40);

        database.Sql("delete from hypermax.record where seq < 10");
        database.Stop();
        await Until(async () => (await server.JsonAsync($"api/studies/{id}")).GetProperty("card").TryGetProperty("trouble", out JsonElement trouble)
            && trouble.GetString()!.Contains("cannot be reached", StringComparison.Ordinal));
        JsonElement away = await server.JsonAsync($"api/studies/{id}");
        JsonElement list = await server.JsonAsync("api/studies");
        HttpResponseMessage note = await server.Client.GetAsync($"api/studies/{id}/note");
        HttpResponseMessage trials = await server.Client.GetAsync($"api/studies/{id}/trials?count=10");
        database.Go();
        await Until(async () => !(await server.JsonAsync($"api/studies/{id}")).GetProperty("card").TryGetProperty("trouble", out _));

        Assert.Equal("unreadable", away.GetProperty("card").GetProperty("state").GetString());
        Assert.Contains("cannot be reached", Notice(list), StringComparison.Ordinal);
        Assert.Equal(2, list.GetProperty("studies").GetArrayLength());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, note.StatusCode);
        Assert.Equal(HttpStatusCode.OK, trials.StatusCode);
        Assert.Equal(40, await FinishedAsync(server, id));
        Assert.Equal(string.Empty, Notice(await server.JsonAsync("api/studies")));
    }

    [PostgresFact]
    public async Task Server_NotThereAtTheStart_IsToldAndItsStudiesAppear()
    {
        using PostgresServer database = PostgresServer.Start();
        Databases.Forest(database.Address, Forest);
        database.Stop();
        await using TestServer server = On(database.Address);

        Assert.Contains("cannot be reached", Notice(await server.JsonAsync("api/studies")), StringComparison.Ordinal);
        database.Go();
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 1);
    }

    [PostgresFact]
    public async Task Study_RemovedWhileSomebodyLooks_IsGoneAndAnotherOfItsNameTakesItsPlace()
    {
        string address = Databases.New(out string database);
        Databases.Forest(address, Forest, 40);
        await using TestServer server = On(address);
        string id = await IdAsync(server);
        using HttpResponseMessage events = await server.Client.GetAsync($"api/studies/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        await Until(async () => await FinishedAsync(server, id) == 40);

        Databases.Shared.Sql("delete from hypermax.record; delete from hypermax.trial; delete from hypermax.study", database);
        await Until(async () => await StateAsync(server, id) == "gone");
        JsonElement gone = await server.JsonAsync($"api/studies/{id}");
        Databases.Forest(address, Forest, 12);
        await Until(async () => await FinishedAsync(server, id) == 12);

        Assert.Contains("it was removed", gone.GetProperty("card").GetProperty("trouble").GetString(), StringComparison.Ordinal);
        Assert.Equal(40, gone.GetProperty("card").GetProperty("finished").GetInt32());
    }

    [PostgresTheory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c?d=e#f%2e%2e")]
    [InlineData("'; drop table hypermax.study; --")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("Ünïcødé 研究 \u202E \U0001F600")]
    [InlineData("{0}\"$1'`")]
    public async Task Study_OfAHostileName_HasAnAddressLikeAnyOther(string name)
    {
        foreach (string each in new[] { name, string.Concat(Enumerable.Repeat(name, 200))[..200].TrimEnd('\uD83D') })
        {
            string address = Databases.New(out _);
            Databases.Forest(address, each, 12);
            await using TestServer server = On(address, each);
            string id = await IdAsync(server);
            HttpResponseMessage note = await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = "fine", stamp = "e3b0c44298fc1c14" });

            Assert.Matches("^[0-9a-f]{16}$", id);
            Assert.Equal(each, (await server.JsonAsync($"api/studies/{id}")).GetProperty("card").GetProperty("name").GetString());
            Assert.Equal(HttpStatusCode.OK, note.StatusCode);
            Assert.Equal("fine", (await server.JsonAsync($"api/studies/{id}/note")).GetProperty("markdown").GetString());
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"studies/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}/download/results.csv")).StatusCode);
        }
    }

    [PostgresFact]
    public async Task Notes_AndLabels_LieInTheDatabaseAndAreKeptFromEachOther()
    {
        string address = Databases.New(out _);
        Databases.Forest(address, Forest);
        Databases.Forest(address, "Other");
        await using TestServer server = On(address);
        string id = await IdAsync(server);
        const string Empty = "e3b0c44298fc1c14";

        HttpResponseMessage first = await Put("note", new { markdown = "# Plan\nmore **trees**", stamp = Empty });
        HttpResponseMessage late = await Put("note", new { markdown = "lost", stamp = Empty });
        HttpResponseMessage trial = await Put("trials/3/note", new { markdown = "why?", stamp = Empty });
        HttpResponseMessage label = await Put("label", new { title = "The <b>forest</b>", tags = new[] { "a", "b" }, isArchived = true });
        JsonElement list = await server.JsonAsync("api/studies");
        await using TestServer another = On(address);
        JsonElement note = await another.JsonAsync($"api/studies/{id}/note");
        HttpResponseMessage removed = await Put("note", new { markdown = string.Empty, stamp = note.GetProperty("stamp").GetString() });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.OK],
            [first.StatusCode, late.StatusCode, trial.StatusCode, label.StatusCode, removed.StatusCode]);
        Assert.Equal("# Plan\nmore **trees**", note.GetProperty("markdown").GetString());
        Assert.Contains("<strong>trees</strong>", note.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("why?", (await another.JsonAsync($"api/studies/{id}/trials/3/note")).GetProperty("markdown").GetString());
        Assert.Equal(string.Empty, (await another.JsonAsync($"api/studies/{id}/note")).GetProperty("markdown").GetString());
        Assert.Equal("The <b>forest</b>", list.GetProperty("studies")[0].GetProperty("title").GetString());
        Assert.True(list.GetProperty("studies")[0].GetProperty("isArchived").GetBoolean());
        Assert.False(list.GetProperty("studies")[1].GetProperty("isArchived").GetBoolean());
        Assert.Equal(
            ["note", $"label 'The <b>forest</b>', 2 tags, archived: True", "note of trial 3", "note"],
            (await another.JsonAsync($"api/studies/{id}/audit")).EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));

        Task<HttpResponseMessage> Put(string what, object body) => server.SendAsync(HttpMethod.Put, $"api/studies/{id}/{what}", body);
    }

    [PostgresFact]
    public async Task Steering_OfAStudyThatIsSearched_IsObeyedAndOthersActionsAreRefusedInWords()
    {
        string address = Databases.New(out string database);
        await using RunningSearch work = Databases.Work(address, "live", TimeSpan.FromMilliseconds(50));
        await using TestServer server = On(address);
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 1);
        string id = await IdAsync(server);
        JsonElement study = await server.JsonAsync($"api/studies/{id}");

        JsonElement locked = await Steer(new { action = "lock", parameter = "kind", value = "b" });
        int from = work.Study.Trials.Count + 1;
        await Until(() => Task.FromResult(work.Study.Trials.Count > from + 5));
        JsonElement queued = await Steer(new { action = "enqueue", values = new { rate = "0.125" }, from = "best" });
        await Until(() => Task.FromResult(work.Study.Trials.Any(trial => trial.IsEnqueued)));
        JsonElement wrong = await Steer(new { action = "lock", parameter = "kind", value = "c" });
        JsonElement paused = await Steer(new { action = "pause" });

        Assert.Equal("From now on 'kind' is b in every new trial.", locked.GetProperty("text").GetString());
        Assert.All(work.Study.Trials.Skip(from), trial => Assert.Equal(1, trial.Point[1]));
        Assert.True(queued.GetProperty("isDone").GetBoolean());
        Assert.False(wrong.GetProperty("isDone").GetBoolean());
        Assert.True(paused.GetProperty("isDone").GetBoolean());
        Assert.Contains("1 worker on ", paused.GetProperty("text").GetString(), StringComparison.Ordinal);
        await Until(() => Task.FromResult(work.Study.IsPaused));
        await Until(async () => await StateAsync(server, id) == "paused");
        Assert.Equal(100_000, (await server.JsonAsync($"api/studies/{id}")).GetProperty("card").GetProperty("planned").GetInt32());
        Assert.StartsWith("1 worker on ", study.GetProperty("owner").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, (await server.JsonAsync($"api/studies/{id}/audit")).GetArrayLength());

        // Whoever steers is no worker.
        Assert.Equal("1", Databases.Shared.Sql("select count(*) from hypermax.worker", database));

        async Task<JsonElement> Steer(object request) => JsonDocument.Parse(
            await (await server.SendAsync(HttpMethod.Post, $"api/studies/{id}/guide", request)).Content.ReadAsStringAsync()).RootElement;
    }

    [PostgresFact]
    public async Task Running_OfAWorkerWithoutAFolder_HasItsMemoryForWhoeverMayRead()
    {
        string address = Databases.New(out string database);
        await using RunningSearch work = Databases.Work(address, "live", TimeSpan.FromHours(1));
        Databases.Shared.Sql(
            $"create role looker_{database} login; grant usage on schema hypermax to looker_{database}; "
            + $"grant select on all tables in schema hypermax to looker_{database}",
            database);
        await using TestServer server = On(Databases.Shared.AddressOf(database, $"looker_{database}"));
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 1);
        string id = await IdAsync(server);

        await Until(async () =>
            await server.JsonAsync($"api/studies/{id}/running") is var all && all.GetArrayLength() == 1 && all[0].TryGetProperty("bytes", out _));
        JsonElement running = (await server.JsonAsync($"api/studies/{id}/running"))[0];
        JsonElement trial = await server.JsonAsync($"api/studies/{id}/trials/0");

        Assert.True(running.GetProperty("isShared").GetBoolean() && running.GetProperty("bytes").GetInt64() > 1 << 20);
        Assert.Equal("memory of the search's process", Assert.Single(trial.GetProperty("usage").EnumerateArray()).GetProperty("name").GetString());
    }

    [PostgresFact]
    public async Task Worker_ThatLeft_LeavesAnInterruptedStudy()
    {
        string address = Databases.New(out _);
        RunningSearch work = Databases.Work(address, "live", TimeSpan.FromMilliseconds(200));
        await using TestServer server = On(address);
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 1);
        string id = await IdAsync(server);
        using HttpResponseMessage events = await server.Client.GetAsync($"api/studies/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        await Until(async () => await StateAsync(server, id) == "running" && await FinishedAsync(server, id) > 1);

        // A cancelled search leaves its trial as a killed one does: begun, and not ended.
        await work.DisposeAsync();
        await Until(async () => await StateAsync(server, id) == "interrupted");
    }

    [PostgresFact]
    public async Task User_WhoMayOnlyRead_SeesEverythingAndIsToldThatHeCannotWrite()
    {
        string address = Databases.New(out string database);
        Databases.Forest(address, Forest);
        Databases.Shared.Sql(
            $"create role onlooker_{database} login; grant usage on schema hypermax to onlooker_{database}; "
            + $"grant select on all tables in schema hypermax to onlooker_{database}",
            database);
        await using TestServer server = On(Databases.Shared.AddressOf(database, $"onlooker_{database}"));
        string id = await IdAsync(server);

        JsonElement study = await server.JsonAsync($"api/studies/{id}");
        JsonElement note = await server.JsonAsync($"api/studies/{id}/note");
        HttpResponseMessage[] writes =
        [
            await server.SendAsync(HttpMethod.Post, $"api/studies/{id}/guide", new { action = "scramble", parameter = "Trees" }),
            await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/note", new { markdown = "x", stamp = note.GetProperty("stamp").GetString() }),
            await server.SendAsync(HttpMethod.Put, $"api/studies/{id}/label", new { title = "x", tags = Array.Empty<string>(), isArchived = false }),
        ];

        Assert.Equal(40, study.GetProperty("card").GetProperty("finished").GetInt32());
        Assert.Contains("may read, but not write", study.GetProperty("means").GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.Contains("may read, but not write", note.GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync($"api/studies/{id}/download/results.csv")).StatusCode);
        foreach (HttpResponseMessage write in writes)
        {
            Assert.Equal(HttpStatusCode.Conflict, write.StatusCode);
            Assert.Contains($"onlooker_{database}", await write.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [PostgresTheory]
    [InlineData("delete from hypermax.schema_step where version > 2", "has version 2 of the schema", "Run 'hypermax db migrate' first.")]
    [InlineData("insert into hypermax.schema_step (version) values (99)", "has version 99 of the schema", "Update Hypermax.")]
    public async Task Schema_OfAnotherVersion_IsToldWithTheRemedy(string change, string what, string remedy)
    {
        string address = Databases.New(out string database);
        Databases.Forest(address, Forest);
        Databases.Shared.Sql(change, database);
        await using TestServer server = On(address);

        string notice = Notice(await server.JsonAsync("api/studies"));

        Assert.Contains(what, notice, StringComparison.Ordinal);
        Assert.Contains(remedy, notice, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Database_WithoutASchema_HasNoStudiesAndNothingIsMadeInIt()
    {
        string address = Databases.New(out string database);
        await using TestServer server = On(address);

        JsonElement list = await server.JsonAsync("api/studies");
        Databases.Forest(address, Forest);
        await Until(async () => (await server.JsonAsync("api/studies")).GetProperty("studies").GetArrayLength() == 1);

        Assert.Equal((0, string.Empty), (list.GetProperty("studies").GetArrayLength(), Notice(list)));
        Assert.Equal("5", Databases.Shared.Sql("select max(version) from hypermax.schema_step", database));
    }

    [PostgresFact]
    public async Task Password_OfTheAddress_IsUsedAndStandsInNoAnswer()
    {
        using PostgresServer database = PostgresServer.Start();
        Databases.Forest(database.Address, Forest);
        database.RequirePassword("keeper", Secret);
        database.Sql("grant usage on schema hypermax to keeper; grant select, insert, update on all tables in schema hypermax to keeper");
        string right = database.Address.Replace("tester@", $"keeper:{Secret}@", StringComparison.Ordinal);
        await using TestServer server = On(right);
        await using TestServer wrong = On(database.Address.Replace("tester@", $"keeper:wrong-{Secret}@", StringComparison.Ordinal));
        string id = await IdAsync(server);
        string refused = Notice(await wrong.JsonAsync("api/studies"));
        List<string> said = [await wrong.Client.GetStringAsync("api/studies"), await server.Client.GetStringAsync("api/studies")];
        string trial = (await server.JsonAsync($"api/studies/{id}/trials/3")).GetProperty("command").GetString()!;
        string steered = await (await server.SendAsync(HttpMethod.Post, $"api/studies/{id}/guide", new { action = "scramble", parameter = "Trees" }))
            .Content.ReadAsStringAsync();
        foreach (string path in new[] { string.Empty, "/trials/3", "/note", "/audit", "/download/report.html", "/settings" })
        {
            said.Add(await server.Client.GetStringAsync($"api/studies/{id}{path}"));
        }

        database.Stop();
        await Until(async () => Notice(await server.JsonAsync("api/studies")).Length > 0);
        said.Add(await server.Client.GetStringAsync("api/studies"));
        said.Add(await (await server.Client.GetAsync($"api/studies/{id}/note")).Content.ReadAsStringAsync());
        said.Add(await (await server.SendAsync(HttpMethod.Post, $"api/studies/{id}/guide", new { action = "free", parameter = "Trees" }))
            .Content.ReadAsStringAsync());

        Assert.Contains("does not let user 'keeper' in", refused, StringComparison.Ordinal);
        Assert.Contains("From the next search on", steered, StringComparison.Ordinal);
        Assert.Contains("--store postgres://keeper@", trial, StringComparison.Ordinal);
        Assert.All(said, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    // On a machine that does ten things at once a second is long.
    private const double Slack = 3;

    private static TestServer On(string address, params string[] names) => new(options => options.Sources.Add(new PostgresStudies(address, names)));

    private static string? Place(JsonElement card) => card.GetProperty("place").GetString();

    private static string Notice(JsonElement list) => string.Join(' ', list.GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()));

    // Of the first study that lies in a database.
    private static async Task<string> IdAsync(TestServer server) => (await server.JsonAsync("api/studies")).GetProperty("studies").EnumerateArray()
        .First(card => Place(card)!.Contains("postgres://", StringComparison.Ordinal)).GetProperty("id").GetString()!;

    private static async Task<int> FinishedAsync(TestServer server, string id) =>
        (await server.JsonAsync($"api/studies/{id}")).GetProperty("card").GetProperty("finished").GetInt32();

    private static async Task<string?> StateAsync(TestServer server, string id) =>
        (await server.JsonAsync($"api/studies/{id}")).GetProperty("card").GetProperty("state").GetString();

    // The next trial, added by somebody who need not have read the others: a copy of the same study's records in another database.
    private static void Copy(string database, int seq, int trials)
    {
        string whole = Databases.New(out string other);
        Databases.Forest(whole, Forest, trials);
        string records = Databases.Shared.Sql(
            "select string_agg(format('(1, %s, %L, %s, %L)', seq, kind, coalesce(trial::text, 'null'), line), ',') from hypermax.record "
            + FormattableString.Invariant($"where seq > {seq}"),
            other);
        Databases.Shared.Sql($"insert into hypermax.record (study, seq, kind, trial, line) values {records}", database);
    }

    private static async Task Until(Func<Task<bool>> isTrue)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "It did not happen within a minute.");
            await Task.Delay(50);
        }
    }
}
