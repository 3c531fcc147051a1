namespace Hypermax.Analysis.Importances;

/// <summary>A leaf of a regression tree: a box of bins and the mean loss in it.</summary>
/// <param name="First">The first bin of the box in each parameter.</param>
/// <param name="End">The bin after the last of the box in each parameter.</param>
/// <param name="Mean">The mean loss of the trials in the box.</param>
internal sealed record TreeLeaf(byte[] First, byte[] End, double Mean)
{
    /// <summary>Tells whether a point, as a bin for each parameter, lies in the box.</summary>
    public bool Holds(byte[] bins)
    {
        for (int i = 0; i < bins.Length; i++)
        {
            if (bins[i] < First[i] || bins[i] >= End[i])
            {
                return false;
            }
        }

        return true;
    }
}
