using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Hypermax.Chaos;

/// <summary>An objective that writes to descriptors that are not its own: those that a worker keeps for its protocol.</summary>
public static class PipeFuzz
{
    private const int First = 60;
    private const int Last = 70;

    /// <summary>Gets a space whose one parameter is the seed of the noise.</summary>
    public static SearchSpace Space { get; } = new("PipeFuzz", [new NumericParameter("seed", Law.Uniform, 0, 1_000_000, isInteger: true)]);

    /// <summary>Writes noise to every descriptor that may be the worker's, then evaluates well.</summary>
    public static Task<double> RunAsync(double[] vector, TrialContext trial)
    {
        trial.Report(0.5, 1);
        Write(Noise.Make((int)vector[0]));
        trial.SetMetric("seed", vector[0]);
        return Task.FromResult(0.5);
    }

    /// <summary>Writes results of its own for every trial that may run, then gives another.</summary>
    public static double Forge()
    {
        for (int id = 0; id < 20; id++)
        {
            Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{id},\"result\":-1000}}\n")));
        }

        return 0.5;
    }

    private static void Write(byte[] bytes)
    {
        for (int descriptor = First; descriptor < Last; descriptor++)
        {
            _ = NativeMethods.write(descriptor, bytes, bytes.Length);
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        public static extern nint write(int descriptor, byte[] bytes, nint count);
    }
}
