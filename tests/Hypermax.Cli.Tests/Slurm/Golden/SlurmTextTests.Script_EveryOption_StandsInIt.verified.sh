#!/bin/sh
# Workers of the study in /home/me/a study; written by hypermax slurm. By hand: sbatch THIS_FILE
#SBATCH --job-name=hypermax-x
#SBATCH --comment=hypermax-x
#SBATCH --array=1-100%10
#SBATCH --output=/home/me/100%%/marks/task_%a.txt
#SBATCH --open-mode=append
#SBATCH --requeue
#SBATCH --signal=B:USR1@120
#SBATCH --time=1:00:00
#SBATCH --partition=main
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=4
#SBATCH --gres=gpu:1
#SBATCH --mem=4096M
#SBATCH --mail-user=me@site
#SBATCH --mail-type=END
#SBATCH --account=ours

export HYPERMAX_SLURM_MARKS=/home/me/100%/marks
cd /home/me || exit 4
exec '/opt/hyper max/hypermax' worker /home/me/search.json --folder '/home/me/a study' --max-trials 1 --max-time 3000 --grace 60 --idle-exit -p HypertuneSeed=1
