using System.Runtime.CompilerServices;

namespace Hypermax.Tests;

/// <summary>Threads enough for the trials that tests leave behind on purpose: on two cores two of them would hold up all others for seconds.</summary>
internal static class PoolSize
{
    [ModuleInitializer]
    public static void Set() => ThreadPool.SetMinThreads(24, 24);
}
