using System.Text;

namespace Hypermax.Completion;

/// <summary>Writes completion for bash and zsh, which share the language but for how words come in and go out.</summary>
internal static class PosixCompletion
{
    // Words are those of the line up to the cursor: bash itself would split sklearn:SVC at its colon.
    private const string Bash = """
        # Completion of hypermax in bash: source <(hypermax completion bash)
        _hypermax() {
          local line=${COMP_LINE:0:COMP_POINT}
          local -a typed
          read -ra typed <<< "$line"
          [[ $line == *[[:space:]] ]] && typed+=("")
          local current=${typed[${#typed[@]}-1]} previous=${typed[${#typed[@]}-2]}
          local verb= word
          for word in "${typed[@]:1:${#typed[@]}-2}"; do _hypermax_enter; done
          local offered= files=
          _hypermax_words
          COMPREPLY=($(compgen -W "$offered" -- "$current"))
          if [ -n "$files" ]; then
            compopt -o filenames 2>/dev/null
            local file
            while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")
          fi
          # Readline replaces what follows the last colon only.
          local colon=${current%"${current##*:}"} i
          if [[ -n $colon && $COMP_WORDBREAKS == *:* ]]; then
            for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$colon"}; done
          fi
        }

        """;

    private const string Zsh = """
        #compdef hypermax
        # Completion of hypermax in zsh: source <(hypermax completion zsh)
        _hypermax() {
          local current=${words[CURRENT]} previous=${words[CURRENT-1]}
          local verb= word offered= files=
          for word in "${(@)words[2,CURRENT-1]}"; do _hypermax_enter; done
          _hypermax_words
          compadd -- ${=offered}
          [ -n "$files" ] && _files
          return 0
        }

        """;

    public static string WriteBash(IReadOnlyList<CompletionEntry> table) => Bash + Functions(table) + "complete -F _hypermax hypermax\n";

    public static string WriteZsh(IReadOnlyList<CompletionEntry> table) => Zsh + Functions(table) + "compdef _hypermax hypermax\n";

    private static string Functions(IReadOnlyList<CompletionEntry> table)
    {
        StringBuilder text = new("_hypermax_enter() {\n  case \"$verb/$word\" in\n");
        foreach (CompletionEntry entry in table)
        {
            foreach (CompletionWord verb in entry.Verbs)
            {
                text.Append("    '").Append(entry.Path).Append('/').Append(verb.Name).Append("') verb='")
                    .Append(entry.Path.Length == 0 ? verb.Name : $"{entry.Path} {verb.Name}").Append("' ;;\n");
            }
        }

        text.Append("  esac\n}\n\n_hypermax_words() {\n  case \"$verb/$previous\" in\n");
        foreach (CompletionEntry entry in table)
        {
            foreach (CompletionOption option in entry.Options.Where(option => option.TakesValue))
            {
                string patterns = string.Join('|', option.Names.Select(name => $"'{entry.Path}/{name}'"));
                text.Append("    ").Append(patterns).Append(") ")
                    .Append(option.Values.Count == 0 ? "files=1" : $"offered='{string.Join(' ', option.Values)}'").Append("; return ;;\n");
            }
        }

        text.Append("  esac\n  case \"$verb\" in\n");
        foreach (CompletionEntry entry in table)
        {
            string[] words = [.. entry.Verbs.Select(verb => verb.Name), .. entry.Values, .. entry.Options.SelectMany(option => option.Names)];
            text.Append("    '").Append(entry.Path).Append("') offered='").AppendJoin(' ', words.Select(Plain)).Append("' ;;\n");
        }

        return text.Append("  esac\n  case \"$current\" in -*) ;; *) files=1 ;; esac\n}\n\n").ToString();
    }

    // -? is a pattern to a shell.
    private static string Plain(string word) => word.Replace("?", "\\?", StringComparison.Ordinal);
}
