using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Reads GPU memory through <c>nvidia-smi</c>.</summary>
/// <param name="tool">The tool: a path, or a name on the path. By default <c>nvidia-smi</c>.</param>
public sealed class NvidiaProbe(string tool = "nvidia-smi") : IGpuProbe
{
    /// <inheritdoc/>
    public bool IsAvailable(out string reason)
    {
        try
        {
            ExecutableFinder.Find(tool, null);
            reason = string.Empty;
            return true;
        }
        catch (ExecutorException error)
        {
            reason = error.Message;
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, long>> ReadAsync(CancellationToken cancellation)
    {
        ProcessStartInfo start = new(tool, ["--query-compute-apps=pid,used_gpu_memory", "--format=csv,noheader,nounits"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        using Process process = Process.Start(start)!;
        try
        {
            string text = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return Parse(text);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Reads lines of a process id and its mebibytes; lines of another form, such as those of exited processes, are passed over.</summary>
    internal static IReadOnlyDictionary<int, long> Parse(string text)
    {
        Dictionary<int, long> bytes = [];
        foreach (string line in text.Split('\n'))
        {
            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length == 2
                && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out long mebibytes))
            {
                // A process on several GPUs has a line for each.
                bytes[process] = bytes.GetValueOrDefault(process) + (mebibytes << 20);
            }
        }

        return bytes;
    }
}
