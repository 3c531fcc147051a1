using Hypermax.Execution;
using Hypermax.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Searches;

/// <summary>Runs a search while the host does: opens its study, searches, and lets go of it.</summary>
/// <param name="search">Where others see how it stands.</param>
/// <param name="space">The space.</param>
/// <param name="makeExecutor">Makes what runs the trials.</param>
/// <param name="all">What all searches have in common.</param>
/// <param name="options">How this one runs, by its name.</param>
/// <param name="host">Tells where folders count from.</param>
/// <param name="lifetime">Ends the application, where the search is all it is for.</param>
/// <param name="loggers">Makes the log of the search.</param>
internal sealed class SearchService(
    HostedSearch search,
    SearchSpace space,
    SearchExecutorFactory makeExecutor,
    IOptions<HypermaxOptions> all,
    IOptionsMonitor<HostedSearchOptions> options,
    IHostEnvironment host,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers) : BackgroundService
{
    private readonly ILogger _log = loggers.CreateLogger("Hypermax.Search");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HostedSearchOptions mine = options.Get(search.Name);
        if (!mine.IsEnabled)
        {
            SearchLog.Disabled(_log, search.Name);
            search.Disable();
            return;
        }

        // Opening a study reads its journal; the start of the host does not wait for that.
        await Task.Yield();
        try
        {
            await SearchAsync(mine, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            SearchLog.Failed(_log, error, search.Name, error.Message);
            search.Fail(error);
            throw;
        }

        if (mine.StopHost && !stoppingToken.IsCancellationRequested)
        {
            lifetime.StopApplication();
        }
    }

    private async Task SearchAsync(HostedSearchOptions mine, CancellationToken stop)
    {
        string root = Path.GetFullPath(host.ContentRootPath);
        string folder = Path.GetFullPath(mine.Folder ?? Path.Combine(all.Value.Folder, TunedFileName.StemOf(search.Name)), root);
        string? store = mine.Study.StoreAddress;
        IExecutor executor = makeExecutor(mine);
        await using (executor.ConfigureAwait(false))
        {
            using Study study = Study.Create(space, mine.Study with
            {
                Name = mine.Study.StoreAddress is null ? search.Name : mine.Study.Name ?? search.Name,
                Folder = mine.Study.Store is null ? folder : null,
                StoreAddress = store is not null && StoreText.IsFolder(store) ? Path.GetFullPath(store, root) : store,
                StoreNotice = text => SearchLog.Note(_log, search.Name, text),
            });
            SearchLog.Opened(_log, study, folder);
            search.Begin(study, mine.Study.Clock.GetUtcNow());
            SearchProgressLog progress = new(_log, search.Name, space);
            StudyResult result = await study.RunAsync(
                executor,
                one =>
                {
                    search.Add(one, mine.Study.Clock.GetUtcNow());
                    progress.Add(one);
                },
                stop).ConfigureAwait(false);
            SearchLog.Ended(_log, search.Name, result, folder);
            search.End(result);
        }
    }
}
