using Hypermax.Storage;

namespace Hypermax.PostgreSql;

/// <summary>Opens databases by their addresses; the runtime finds it by its name.</summary>
internal sealed class PostgresStoreOpener : IStoreOpener
{
    public IStudyStore Open(StoreRequest request) =>
        new PostgresStore(request.Address, request.Study, new PostgresOptions { Folder = request.Folder, Notice = request.Notice });
}
