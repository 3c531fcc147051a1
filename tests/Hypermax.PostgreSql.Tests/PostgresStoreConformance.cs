using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Hypermax.Conformance;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>The promises of stores that processes share, kept by PostgreSQL; one test each, which is skipped where there is no server.</summary>
public sealed class PostgresStoreConformance
{
    public static TheoryData<string> Promises =>
        [.. typeof(SharedStoreConformance).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => method.Name)];

    [PostgresTheory]
    [MemberData(nameof(Promises))]
    public async Task Promise_OfTheSuite_IsKept(string promise)
    {
        using Suite suite = new();
        try
        {
            await ((typeof(Suite).GetMethod(promise)!.Invoke(suite, null) as Task) ?? Task.CompletedTask);
        }
        catch (TargetInvocationException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerException!);
        }
    }

    private sealed class Suite : SharedStoreConformance
    {
        private readonly ConditionalWeakTable<IStudyStore, string> _names = [];

        protected override IStudyStore Create() => Open(Servers.NextName());

        protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) => Open(NameOf(store));

        protected override IStudyStore OpenBeside(IStudyStore store) => Open(NameOf(store));

        private string NameOf(IStudyStore store) =>
            _names.TryGetValue(store, out string? name) ? name : throw new ArgumentException("Not ours.", nameof(store));

        private PostgresStore Open(string name)
        {
            PostgresStore store = new(Servers.Shared.Address, name);
            _names.Add(store, name);
            return store;
        }
    }
}
