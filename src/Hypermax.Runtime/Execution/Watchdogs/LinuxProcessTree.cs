using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hypermax.ProcessTable;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Follows a tree through its control group where it has one, and through /proc: by parents, group, session and mark.</summary>
internal sealed class LinuxProcessTree : ProcessTree
{
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan BetweenDiscoveries = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenIdleDiscoveries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenStorage = TimeSpan.FromSeconds(1);
    private static readonly Lazy<SafeFileHandle?> Load = new(() => ProcFile.TryOpen("/proc/loadavg"));

    private readonly byte[] _mark;
    private readonly long _rootStarted;
    private readonly object _gate = new();
    private readonly Dictionary<int, FollowedProcess> _known = [];
    private readonly HashSet<(int Id, long Started)> _strangers = [];
    private readonly List<int> _gone = [];
    private readonly ControlGroup? _control;
    private long _lastCreated = -1;
    private long _lastActivity = -1;
    private long _lastDiscovery;
    private long _lastStorage;
    private long _lastSearch;
    private double _cpuSeconds;
    private long _read;
    private long _written;

    public LinuxProcessTree(int root, string mark, ControlGroup? control)
        : base(root)
    {
        _control = control;
        _mark = Encoding.UTF8.GetBytes($"{MarkVariable}={mark}");
        _rootStarted = ProcStat.TryRead(root, out ProcStat stat) ? stat.Started : 0;
        _known[root] = new FollowedProcess(root, _rootStarted);
    }

    public override bool TrySample(bool withStorage, out TreeSample sample)
    {
        lock (_gate)
        {
            withStorage |= Stopwatch.GetElapsedTime(_lastStorage) >= BetweenStorage;
            _lastStorage = withStorage ? Stopwatch.GetTimestamp() : _lastStorage;
            Sums sums = default;
            foreach ((int process, FollowedProcess followed) in _known)
            {
                if (!sums.Add(followed, withStorage))
                {
                    _gone.Add(process);
                }
            }

            Forget();
            foreach (int process in Discover(sums.Activity))
            {
                sums.Add(_known[process], withStorage);
            }

            // Figures of processes that ended without being waited for vanish; what was seen stays counted.
            _cpuSeconds = Math.Max(_cpuSeconds, sums.Ticks / TicksPerSecond);
            _read = Math.Max(_read, sums.Read);
            _written = Math.Max(_written, sums.Written);
            sample = new TreeSample(sums.Bytes, _cpuSeconds, _read, _written);
            return _known.Count > 0;
        }
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _gone.AddRange(_known.Keys);
            Forget();
        }

        _control?.Dispose();

        base.Dispose();
    }

    public override IReadOnlyList<int> Members() => [.. Living().Keys];

    public override void Terminate() => Send(Signals.TerminateSignal, Living());

    protected override int KillOnce()
    {
        Dictionary<int, long> living = Living();
        if (living.Count > 0)
        {
            _control?.Kill();
            Send(Signals.KillSignal, living);
        }

        return living.Count;
    }

    private static void Send(int signal, Dictionary<int, long> processes)
    {
        foreach ((int process, long started) in processes)
        {
            ProcessHandle.Send(process, started, signal);
        }
    }

    // Every process of the tree, and when it began.
    private Dictionary<int, long> Living()
    {
        Dictionary<int, ProcStat> all = [];
        foreach (int process in ProcFile.Ids("/proc"))
        {
            if (process > 1 && process != Environment.ProcessId && ProcStat.TryRead(process, out ProcStat stat) && stat.IsAlive)
            {
                all[process] = stat;
            }
        }

        HashSet<int> members = [];
        bool rootIsOurs = !all.TryGetValue(Root, out ProcStat root) || root.Started == _rootStarted;
        lock (_gate)
        {
            members.UnionWith(
                _known.Where(known => all.TryGetValue(known.Key, out ProcStat stat) && stat.Started == known.Value.Started).Select(known => known.Key));
        }

        foreach ((int process, ProcStat stat) in all)
        {
            if ((rootIsOurs && (stat.Group == Root || stat.Session == Root)) || IsMarked(process))
            {
                members.Add(process);
            }
        }

        members.UnionWith(_control?.Members().Where(all.ContainsKey) ?? []);
        AddDescendants(all, members);
        return members.ToDictionary(member => member, member => all[member].Started);
    }

    private static void AddDescendants(Dictionary<int, ProcStat> all, HashSet<int> members)
    {
        int before;
        do
        {
            before = members.Count;
            foreach ((int process, ProcStat stat) in all)
            {
                if (members.Contains(stat.Parent))
                {
                    members.Add(process);
                }
            }
        }
        while (members.Count > before);
    }

    // Looking for children costs a file for every thread. The kernel's counter of created processes and threads says,
    // in one small file, whether there can be any new ones; and a process that has not stirred has started none.
    private List<int> Discover(long activity)
    {
        List<int> found = [];
        long created = LastCreated();
        TimeSpan since = Stopwatch.GetElapsedTime(_lastDiscovery);
        if (created == _lastCreated || since < BetweenDiscoveries || (activity == _lastActivity && since < BetweenIdleDiscoveries))
        {
            return found;
        }

        _lastActivity = activity;
        _lastCreated = created;
        _lastDiscovery = Stopwatch.GetTimestamp();
        Queue<int> open = new(_known.Keys);
        Span<byte> buffer = stackalloc byte[4096];
        while (open.TryDequeue(out int process))
        {
            foreach (int thread in ProcFile.Ids(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")))
            {
                int length = ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{thread}/children"), buffer);
                ReadOnlySpan<byte> list = buffer[..length];
                while (Utf8Parser.TryParse(list, out int child, out int used))
                {
                    list = list.Length > used ? list[(used + 1)..] : default;
                    if (Follow(child, found))
                    {
                        open.Enqueue(child);
                    }
                }
            }
        }

        foreach (int process in _control?.Members() ?? Escaped())
        {
            Follow(process, found);
        }

        return found;
    }

    private bool Follow(int process, List<int> found)
    {
        if (_known.ContainsKey(process) || !ProcStat.TryRead(process, out ProcStat stat) || !stat.IsAlive)
        {
            return false;
        }

        _known[process] = new FollowedProcess(process, stat.Started);
        found.Add(process);
        return true;
    }

    // Daemons have no parent that leads to them, but what they use counts too. Whoever has been looked at once is a stranger
    // or ours for ever.
    private IEnumerable<int> Escaped()
    {
        if (Stopwatch.GetElapsedTime(_lastSearch) < BetweenSearches)
        {
            yield break;
        }

        _lastSearch = Stopwatch.GetTimestamp();
        foreach (int process in ProcFile.Ids("/proc"))
        {
            if (process > 1
                && process != Environment.ProcessId
                && !_known.ContainsKey(process)
                && ProcStat.TryRead(process, out ProcStat stat)
                && !_strangers.Contains((process, stat.Started)))
            {
                if (stat.Group == Root || stat.Session == Root || IsMarked(process))
                {
                    yield return process;
                }
                else
                {
                    _strangers.Add((process, stat.Started));
                }
            }
        }
    }

    private static long LastCreated()
    {
        Span<byte> buffer = stackalloc byte[128];
        int length = Load.Value is { } load ? ProcFile.Read(load, buffer) : 0;
        int at = buffer[..length].LastIndexOf((byte)' ');
        return at >= 0 && Utf8Parser.TryParse(buffer[(at + 1)..length], out long last, out _) ? last : -1;
    }

    private void Forget()
    {
        foreach (int process in _gone)
        {
            _known.Remove(process, out FollowedProcess? followed);
            followed?.Dispose();
        }

        _gone.Clear();
    }

    private bool IsMarked(int process)
    {
        // Environments are seldom larger; one that is may be huge, so read on only as far as needed.
        string path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/environ");
        Span<byte> buffer = stackalloc byte[16 * 1024];
        int length = ProcFile.Read(path, buffer);
        if (length < buffer.Length)
        {
            return buffer[..length].IndexOf(_mark) >= 0;
        }

        try
        {
            return File.ReadAllBytes(path).AsSpan().IndexOf(_mark) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private struct Sums
    {
        public long Bytes;
        public long Ticks;
        public long Read;
        public long Written;
        public long Activity;

        public bool Add(FollowedProcess process, bool withStorage)
        {
            if (!process.TryRead(out ProcStat stat))
            {
                return false;
            }

            Bytes += stat.Bytes;
            Ticks += stat.CpuTicks;
            Activity += stat.Activity;
            if (withStorage)
            {
                process.AddStorage(ref Read, ref Written);
            }

            return true;
        }
    }
}
