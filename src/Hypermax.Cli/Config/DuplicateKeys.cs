using Hypermax.Config.Faults;
using Hypermax.Config.Text;

namespace Hypermax.Config;

/// <summary>Finds names that stand twice in one object, of which most readers take either.</summary>
internal static class DuplicateKeys
{
    public static void Find(Node node, string path, FaultList faults)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Member member in node.Members)
        {
            string own = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!names.Add(member.Name))
            {
                faults.Add(new Fault(
                    member.Place, own, NodeJson.Shown(member.Value), $"'{own}' stands twice; names within an object differ. Remove or rename one."));
            }

            Find(member.Value, own, faults);
        }

        for (int i = 0; i < node.Items.Count; i++)
        {
            Find(node.Items[i], FormattableString.Invariant($"{path}[{i}]"), faults);
        }
    }
}
