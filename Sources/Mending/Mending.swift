import Linking
