@rem npm scripts begin with "exec", so that on Linux and macOS no shell stays between npm and Araro:
@rem a shell would die of a signal that Araro has to answer. Windows knows no exec; this file is it.
@%*
